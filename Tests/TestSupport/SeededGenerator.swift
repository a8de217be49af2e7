/// Random numbers that a seed repeats: SplitMix64.
///
/// Put the generator into the comment of an expectation (`#expect(a == b, "\(random)")`), so that a
/// failure names the seed.
package struct SeededGenerator: RandomNumberGenerator, CustomStringConvertible, Sendable {
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package var description: String { "seed \(seed)" }
}

extension SeededGenerator {
  /// A whole number of a half-open range that is not empty.
  package mutating func number(in range: Range<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of the values; nil of none.
  package mutating func element<Value>(of values: [Value]) -> Value? {
    values.randomElement(using: &self)
  }

  /// True in `percent` of 100 cases.
  package mutating func chance(percent: Int) -> Bool {
    number(in: 0..<100) < percent
  }

  /// So many bytes, each one of `alphabet`.
  package mutating func bytes(count: Int, of alphabet: [UInt8]) -> [UInt8] {
    (0..<count).compactMap { _ in element(of: alphabet) }
  }
}
