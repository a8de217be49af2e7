extension Array where Element: Sendable {
  /// Sorts by a number of each element, equal ones in their order.
  ///
  /// Eleven bits a pass, least first; passes in which all elements agree are left out. A few
  /// passes over millions of rows cost a tenth of comparing them.
  mutating func sortByNumber(_ number: (Element) -> Int64) {
    guard count > 256 else {
      self = enumerated().sorted { left, right in
        let (first, second) = (number(left.element), number(right.element))
        return first != second ? first < second : left.offset < right.offset
      }.map(\.element)
      return
    }
    var least = Int64.max
    var greatest = Int64.min
    for element in self {
      let value = number(element)
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
    }
    let span = UInt64(bitPattern: greatest &- least)
    var other = self
    var shift: UInt64 = 0
    while shift < 64, span >> shift > 0 {
      var starts = [Int](repeating: 0, count: 1 << 11)
      for element in self { starts[Self.digit(number(element) &- least, shift)] += 1 }
      var next = 0
      for digit in starts.indices {
        let size = starts[digit]
        starts[digit] = next
        next += size
      }
      for element in self {
        let digit = Self.digit(number(element) &- least, shift)
        other[starts[digit]] = element
        starts[digit] += 1
      }
      swap(&self, &other)
      shift += 11
    }
  }

  /// Whether a number of each element ascends.
  func isSorted(by number: (Element) -> Int64) -> Bool {
    zip(self, dropFirst()).allSatisfy { number($0) <= number($1) }
  }

  private static func digit(_ value: Int64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: UInt64(bitPattern: value) >> shift & 0x7FF)
  }
}
