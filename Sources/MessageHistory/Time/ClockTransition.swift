/// A change of a zone's offset from UTC.
package struct ClockTransition: Hashable, Sendable {
  /// The first second, since the Unix epoch, at which the new offset holds.
  package let second: Int64
  /// The new offset in seconds, positive east of Greenwich.
  package let offset: Int

  package init(second: Int64, offset: Int) {
    self.second = second
    self.offset = offset
  }
}
