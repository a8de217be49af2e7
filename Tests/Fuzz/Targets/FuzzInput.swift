/// Bytes that say several things in turn: a few choices, then texts.
struct FuzzInput {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// The next byte; 0 after the last.
  mutating func byte() -> UInt8 {
    rest.popFirst() ?? 0
  }

  /// One of the values, by the next byte; nil of none.
  mutating func choice<Value>(of values: [Value]) -> Value? {
    let byte = byte()
    return values.isEmpty ? nil : values[Int(byte) % values.count]
  }

  /// The bytes up to the next 0xFF, which stands in no UTF-8, or all that are left.
  mutating func part() -> [UInt8] {
    let part = rest.prefix { $0 != 0xFF }
    rest = rest.dropFirst(part.count + 1)
    return Array(part)
  }
}
