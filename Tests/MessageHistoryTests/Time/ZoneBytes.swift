/// Writes time zone files for the tests, version 2 and later, as RFC 9636 lays them out.
struct ZoneBytes {
  var version = UInt8(ascii: "2")
  var leapSecondCount: UInt32 = 0
  var offsets: [Int32] = [0]
  var transitions: [(second: Int64, offsetNumber: UInt8)] = []
  var footer = ""

  /// An empty 32-bit block, the 64-bit block and the footer.
  var bytes: [UInt8] {
    header(offsetCount: 1, transitionCount: 0, leapSecondCount: 0)
      + [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
      + header(
        offsetCount: UInt32(offsets.count), transitionCount: UInt32(transitions.count),
        leapSecondCount: leapSecondCount)
      + transitions.flatMap { bigEndian($0.second) }
      + block + Array("\n\(footer)\n".utf8)
  }

  /// The 32-bit block alone, as version 1 writes it.
  var versionOneBytes: [UInt8] {
    var first = self
    first.version = 0
    return first.header(
      offsetCount: UInt32(offsets.count), transitionCount: UInt32(transitions.count),
      leapSecondCount: 0)
      + transitions.flatMap { bigEndian(Int32($0.second)) } + block
  }

  private var block: [UInt8] {
    transitions.map(\.offsetNumber)
      + offsets.flatMap { bigEndian($0) + [0, 0] }
      + Array("UTC\0".utf8)
      + [UInt8](repeating: 0, count: Int(leapSecondCount) * 12)
  }

  private func header(
    offsetCount: UInt32, transitionCount: UInt32, leapSecondCount: UInt32
  ) -> [UInt8] {
    Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      + [0, 0, leapSecondCount, transitionCount, offsetCount, 4].flatMap { bigEndian($0) }
  }

  private func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
