/// What a time zone file (TZif, RFC 9636, versions 1 to 4) says about one zone.
///
/// Of a file with a 64-bit block, which all but the oldest have, that block and the rule in the
/// footer are read; of version 1 the 32-bit block alone. Names of offsets are not kept.
package struct TimeZoneFile: Sendable {
  /// The offset in seconds before the first transition.
  package let initialOffset: Int
  /// In order of time.
  package let transitions: [ClockTransition]
  /// How offsets go on after the last transition; nil where the last one goes on for ever.
  package let rule: ClockRule?

  /// Reads a file's bytes.
  ///
  /// - Throws: `TimeError.zoneFile` where they break the format or count leap seconds.
  package init(_ bytes: [UInt8]) throws(TimeError) {
    var reader = ZoneFileReader(bytes: bytes)
    var header = try ZoneFileHeader(&reader)
    let hasLongBlock = header.version != 0
    if hasLongBlock {
      try reader.skip(header.blockSize(bytesPerTime: 4))
      header = try ZoneFileHeader(&reader)
    }
    let block = try ZoneFileBlock(&reader, header: header, bytesPerTime: hasLongBlock ? 8 : 4)
    initialOffset = block.initialOffset
    transitions = block.transitions
    rule = hasLongBlock ? try reader.footer() : nil
  }

  package func clock(named name: String) -> LocalClock {
    LocalClock(name: name, initialOffset: initialOffset, transitions: transitions, rule: rule)
  }
}

/// The counts at the head of each of a file's two blocks.
private struct ZoneFileHeader {
  /// 0 for version 1, else the version's digit.
  let version: UInt8
  let utcFlagCount: Int
  let standardFlagCount: Int
  let leapSecondCount: Int
  let transitionCount: Int
  let offsetCount: Int
  let nameByteCount: Int

  init(_ reader: inout ZoneFileReader) throws(TimeError) {
    let start = reader.position
    guard let magic = try? reader.bytes(4), magic.elementsEqual("TZif".utf8) else {
      throw .zoneFile(byte: start, .notZoneData)
    }
    version = try reader.byte()
    try reader.skip(15)
    utcFlagCount = try reader.count()
    standardFlagCount = try reader.count()
    leapSecondCount = try reader.count()
    transitionCount = try reader.count()
    offsetCount = try reader.count()
    nameByteCount = try reader.count()
  }

  func blockSize(bytesPerTime: Int) -> Int {
    transitionCount * (bytesPerTime + 1) + offsetCount * 6 + nameByteCount
      + leapSecondCount * (bytesPerTime + 4) + standardFlagCount + utcFlagCount
  }
}

/// The transitions of one block.
private struct ZoneFileBlock {
  let initialOffset: Int
  let transitions: [ClockTransition]

  init(
    _ reader: inout ZoneFileReader, header: ZoneFileHeader, bytesPerTime: Int
  ) throws(TimeError) {
    guard header.leapSecondCount == 0 else {
      throw .zoneFile(byte: reader.position, .countsLeapSeconds)
    }
    try reader.require(header.blockSize(bytesPerTime: bytesPerTime))
    let seconds = try ZoneFileBlock.seconds(&reader, header: header, bytesPerTime: bytesPerTime)
    let numbersStart = reader.position
    let numbers = try reader.bytes(header.transitionCount)
    let offsets = try ZoneFileBlock.offsets(&reader, count: header.offsetCount)
    guard let firstOffset = offsets.first else {
      throw .zoneFile(byte: reader.position, .noOffsets)
    }
    var transitions: [ClockTransition] = []
    transitions.reserveCapacity(seconds.count)
    for (place, (second, number)) in zip(seconds, numbers).enumerated() {
      guard number < offsets.count else {
        throw .zoneFile(
          byte: numbersStart + place, .unknownOffset(number: Int(number), count: offsets.count))
      }
      transitions.append(ClockTransition(second: second, offset: offsets[Int(number)]))
    }
    try reader.skip(header.nameByteCount + header.standardFlagCount + header.utcFlagCount)
    initialOffset = firstOffset
    self.transitions = transitions
  }

  private static func seconds(
    _ reader: inout ZoneFileReader, header: ZoneFileHeader, bytesPerTime: Int
  ) throws(TimeError) -> [Int64] {
    var seconds: [Int64] = []
    seconds.reserveCapacity(header.transitionCount)
    for _ in 0..<header.transitionCount {
      let start = reader.position
      let second = try reader.integer(byteCount: bytesPerTime)
      if let last = seconds.last, second <= last {
        throw .zoneFile(byte: start, .transitionsOutOfOrder)
      }
      seconds.append(second)
    }
    return seconds
  }

  private static func offsets(
    _ reader: inout ZoneFileReader, count: Int
  ) throws(TimeError) -> [Int] {
    var offsets: [Int] = []
    for _ in 0..<count {
      let start = reader.position
      let offset = Int(try reader.integer(byteCount: 4))
      guard offset.magnitude < LocalClock.offsetLimit else {
        throw .zoneFile(byte: start, .impossibleOffset(seconds: offset))
      }
      try reader.skip(2)
      offsets.append(offset)
    }
    return offsets
  }
}

/// Big-endian numbers from bytes that may end anywhere.
private struct ZoneFileReader {
  private let source: [UInt8]
  private(set) var position = 0

  init(bytes: [UInt8]) {
    source = bytes
  }

  func require(_ count: Int) throws(TimeError) {
    guard count <= source.count - position else {
      throw .zoneFile(byte: source.count, .cutOff)
    }
  }

  mutating func skip(_ count: Int) throws(TimeError) {
    try require(count)
    position += count
  }

  mutating func bytes(_ count: Int) throws(TimeError) -> ArraySlice<UInt8> {
    let start = position
    try skip(count)
    return source[start..<position]
  }

  mutating func byte() throws(TimeError) -> UInt8 {
    let start = position
    try skip(1)
    return source[start]
  }

  /// A two's complement number of four or eight bytes.
  mutating func integer(byteCount: Int) throws(TimeError) -> Int64 {
    let bits = try bytes(byteCount).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return byteCount == 4
      ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
  }

  /// An unsigned number of four bytes.
  mutating func count() throws(TimeError) -> Int {
    Int(try bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
  }

  /// The rule between two line ends; nil where there is nothing between them.
  mutating func footer() throws(TimeError) -> ClockRule? {
    let start = position
    let lineEnd = UInt8(ascii: "\n")
    guard try byte() == lineEnd, let end = source[position...].firstIndex(of: lineEnd) else {
      throw .zoneFile(byte: start, .impossibleRule)
    }
    let text = source[position..<end]
    position = end + 1
    guard !text.isEmpty else { return nil }
    guard let rule = ClockRule(posix: text) else {
      throw .zoneFile(byte: start + 1, .impossibleRule)
    }
    return rule
  }
}
