import DelimitedText

/// The first line of a message in a chat that a phone wrote: `12/15/25, 10:30 AM - Name: text`, or
/// `[15.01.24, 10:30:45] Name: text`.
struct ChatLine: Equatable {
  /// The time as it stands, with its odd spaces made plain ones.
  var timestamp: [UInt8]
  /// Who sent it; nil for a line that the program wrote.
  var sender: [UInt8]?
  var text: [UInt8]

  /// Nil for any other line, which goes on with the message before it.
  init?(_ line: [UInt8]) {
    let line = Self.withoutMarks(line)
    guard let (stamp, rest) = Self.split(line), Self.isTimestamp(stamp) else { return nil }
    timestamp = stamp
    let body = Self.withoutMarks(Array(rest))
    guard let end = Self.endOfName(in: body) else {
      (sender, text) = (nil, body)
      return
    }
    sender = Array(body[..<end])
    text = Array(body[(end + 1)...].drop { $0 == 0x20 })
  }

  /// The time and what stands behind it.
  private static func split(_ line: [UInt8]) -> ([UInt8], ArraySlice<UInt8>)? {
    let head = line.prefix(longestHead)
    if line.first == UInt8(ascii: "[") {
      guard let end = head.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      return (plain(line[1..<end]), line[(end + 1)...].drop { $0 == 0x20 })
    }
    for index in head.indices.dropLast(2) where head[index...].starts(with: " - ".utf8) {
      return (plain(line[..<index]), line[(index + 3)...])
    }
    return nil
  }

  /// Bytes: no time is longer.
  private static let longestHead = 48

  /// `d/m/y` in any order, with `/`, `.` or `-`, then a time of day.
  private static func isTimestamp(_ stamp: [UInt8]) -> Bool {
    var rest = stamp[...]
    func takesDigits(_ range: ClosedRange<Int>) -> Bool {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      return range.contains(digits.count)
    }
    func takes(_ bytes: String) -> Bool {
      guard let first = rest.first, bytes.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard takesDigits(1...4), takes("/.-"), takesDigits(1...2), takes("/.-"), takesDigits(1...4)
    else { return false }
    _ = takes(".")
    _ = takes(",")
    guard takes(" ") else { return false }
    return takesDigits(1...2) && takes(":.") && takesDigits(2...2)
  }

  private static func endOfName(in body: [UInt8]) -> Int? {
    for index in body.indices where body[index] == UInt8(ascii: ":") {
      if index + 1 == body.count || body[index + 1] == 0x20 { return index > 0 ? index : nil }
    }
    return nil
  }

  /// Without marks of direction at the start, which phones write before names and attachments.
  private static func withoutMarks(_ line: [UInt8]) -> [UInt8] {
    var rest = line[...]
    while rest.count >= 3, rest[rest.startIndex] == 0xE2, rest[rest.startIndex + 1] == 0x80,
      [0x8E, 0x8F, 0xAA, 0xAB, 0xAC].contains(rest[rest.startIndex + 2])
    { rest = rest.dropFirst(3) }
    return Array(rest)
  }

  /// U+00A0 and U+202F, which stand before AM and PM, as plain spaces.
  private static func plain(_ stamp: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = stamp
    while let byte = rest.first {
      if rest.starts(with: [0xE2, 0x80, 0xAF]) {
        bytes.append(0x20)
        rest = rest.dropFirst(3)
      } else if rest.starts(with: [0xC2, 0xA0]) {
        bytes.append(0x20)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }
}
