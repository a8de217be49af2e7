/// Which of some things come first by a number of each, equal ones in their order.
///
/// A number and the index of its thing are packed into one word where both fit, as they nearly always
/// do: a sort then moves 8 bytes where it would move whole rows again and again.
struct NumberOrder: ~Copyable {
  /// Numbers from the least one on, with indexes in the low bits; none where they do not fit.
  private let packed: OwnedMemory<UInt64>
  private let least: Int64
  private let indexBits: UInt64
  /// In order, where they do not fit.
  private let pairs: [Pair]
  /// How many things have a number.
  let count: Int

  private struct Pair: BitwiseCopyable {
    let number: Int64
    let index: Int
  }

  /// - Parameters:
  ///   - things: how many there are.
  ///   - number: of a thing by its index; nil for one that is left out.
  @inline(__always)
  init(of things: Int, by number: (Int) -> Int64?) {
    var (count, least, greatest) = (0, Int64.max, Int64.min)
    for index in 0..<things {
      guard let number = number(index) else { continue }
      count &+= 1
      least = min(least, number)
      greatest = max(greatest, number)
    }
    self.count = count
    self.least = least
    indexBits = UInt64(64 - things.leadingZeroBitCount)
    // The distance of any two numbers fits into 64 bits without a sign.
    let distance = count > 0 ? UInt64(bitPattern: greatest &- least) : 0
    guard 64 - distance.leadingZeroBitCount + Int(indexBits) < 64 else {
      var pairs: [Pair] = []
      pairs.reserveCapacity(count)
      for index in 0..<things {
        if let number = number(index) { pairs.append(Pair(number: number, index: index)) }
      }
      pairs.sortByNumber(\.number)
      self.pairs = pairs
      packed = OwnedMemory(capacity: 0)
      return
    }
    pairs = []
    packed = OwnedMemory(capacity: count)
    var next = packed.base
    for index in 0..<things {
      guard let number = number(index) else { continue }
      next.initialize(
        to: UInt64(bitPattern: number &- least) &<< indexBits
          | UInt64(truncatingIfNeeded: index))
      next += 1
    }
    Self.sort(UnsafeMutableBufferPointer(start: packed.base, count: count), indexBits)
  }

  private static func sort(_ words: UnsafeMutableBufferPointer<UInt64>, _ indexBits: UInt64) {
    // So few are sorted by comparing, and whole words at once.
    guard words.count > 256 else {
      var few = words
      return few.sort()
    }
    words.sortByNumber { Int64(bitPattern: $0 &>> indexBits) }
  }

  /// Calls `body` with the index and the number of each thing, the least number first.
  @inline(__always)
  func forEach(_ body: (_ place: Int, _ index: Int, _ number: Int64) -> Void) {
    guard pairs.isEmpty else {
      for (place, pair) in pairs.enumerated() { body(place, pair.index, pair.number) }
      return
    }
    let mask = 1 &<< indexBits &- 1
    for place in 0..<count {
      let word = packed.base[place]
      body(
        place, Int(truncatingIfNeeded: word & mask),
        Int64(bitPattern: word &>> indexBits) &+ least)
    }
  }
}
