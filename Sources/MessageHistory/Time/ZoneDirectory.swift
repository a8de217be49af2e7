/// The clocks of the zones that timestamps name, each looked up once.
package final class ZoneDirectory: Sendable {
  private let find: @Sendable (String) -> LocalClock?
  private let known = Locked<[[UInt8]: LocalClock?]>([:])

  /// - Parameter find: the clock of an IANA name; nil where there is no such zone.
  package init(find: @escaping @Sendable (String) -> LocalClock?) {
    self.find = find
  }

  /// The clock of a zone; nil where there is none of that name.
  func clock(named name: UnsafeRawBufferPointer) -> LocalClock? {
    known.withLock { known in
      let key = Array(name)
      if let clock = known[key] { return clock }
      let clock = find(String(decoding: name, as: UTF8.self))
      known[key] = clock
      return clock
    }
  }
}
