import DelimitedText
package import MessageHistory

/// How a listing's file is written.
package struct ListingStyle: Sendable {
  package var clock: LocalClock
  package var separator: UInt8

  package init(clock: LocalClock, separator: UInt8 = Byte.comma) {
    self.clock = clock
    self.separator = separator
  }
}
