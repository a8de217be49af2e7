// Public with what it is made of: Swift 6.3 hands out no bodies of package functions, so that other
// modules would have to call them for each element.
extension Array where Element: Sendable {
  /// Sorts by a number of each element, equal ones in their order.
  ///
  /// Digits of up to eleven bits a pass, least first. Numbers are taken from the least one on,
  /// and in thousands where all of them are whole thousands apart, as times of a whole second are.
  @inlinable
  public mutating func sortByNumber(_ number: (Element) -> Int64) {
    guard count > 256 else {
      self = enumerated().sorted { left, right in
        let (first, second) = (number(left.element), number(right.element))
        return first != second ? first < second : left.offset < right.offset
      }.map(\.element)
      return
    }
    let digits = DigitPlan(self, number)
    var other = self
    for pass in 0..<digits.passes {
      withUnsafeBufferPointer { from in
        other.withUnsafeMutableBufferPointer { digits.scatter(from, to: $0, number, pass) }
      }
      swap(&self, &other)
    }
  }
}

/// How numbers are cut into digits for sorting.
@usableFromInline
struct DigitPlan {
  @usableFromInline let least: Int64
  @usableFromInline let isInThousands: Bool
  @usableFromInline let digitBits: UInt64
  @usableFromInline let passes: Int

  @inlinable
  init<Element>(_ elements: [Element], _ number: (Element) -> Int64) {
    var least = Int64.max
    var greatest = Int64.min
    for element in elements {
      let value = number(element)
      least = min(least, value)
      greatest = max(greatest, value)
    }
    let origin = least
    let isInThousands = elements.allSatisfy {
      UInt64(bitPattern: number($0) &- origin).isMultiple(of: 1_000)
    }
    var span = UInt64(bitPattern: greatest &- least)
    if isInThousands { span /= 1_000 }
    let bits = 64 - span.leadingZeroBitCount
    self.least = least
    self.isInThousands = isInThousands
    passes = (bits + 10) / 11
    digitBits = UInt64(passes == 0 ? 0 : (bits + passes - 1) / passes)
  }

  /// Moves the elements to where the digit of a pass puts them.
  @inlinable
  func scatter<Element>(
    _ from: UnsafeBufferPointer<Element>, to: UnsafeMutableBufferPointer<Element>,
    _ number: (Element) -> Int64, _ pass: Int
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Int(digitBits)) { starts in
      starts.initialize(repeating: 0)
      for element in from { starts[digit(number(element), pass)] += 1 }
      var next = 0
      for digit in starts.indices {
        let size = starts[digit]
        starts[digit] = next
        next += size
      }
      for element in from {
        let digit = digit(number(element), pass)
        to[starts[digit]] = element
        starts[digit] += 1
      }
    }
  }

  @inlinable
  @inline(__always)
  func digit(_ value: Int64, _ pass: Int) -> Int {
    var distance = UInt64(bitPattern: value &- least)
    if isInThousands { distance /= 1_000 }
    let digit = distance >> (digitBits &* UInt64(pass)) & (1 << digitBits - 1)
    return Int(truncatingIfNeeded: digit)
  }
}
