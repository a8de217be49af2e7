// Public with what it is made of: Swift 6.3 hands out no bodies of package functions, so that other
// modules would have to call them for each element.
extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
  /// Sorts by a number of each element, equal ones in their order.
  ///
  /// By digits of up to eleven bits a pass, least first. All digits are counted in one go, and
  /// elements go to and fro between the buffer and memory that is as large.
  @inlinable
  public func sortByNumber(_ number: (Element) -> Int64) {
    guard let base = baseAddress else { return }
    guard count > 256, count <= UInt32.max else { return sortFew(number) }
    let digits = DigitPlan(UnsafeBufferPointer(self), number)
    guard digits.passes > 0 else { return }
    let other = UnsafeMutablePointer<Element>.allocate(capacity: count)
    defer { other.deallocate() }
    digits.sort(base, count, beside: other, number)
    if !digits.passes.isMultiple(of: 2) { base.update(from: other, count: count) }
  }

  /// The same by comparing: for few elements, and for more than can be counted.
  @inlinable
  func sortFew(_ number: (Element) -> Int64) {
    let sorted = enumerated().sorted { left, right in
      let (first, second) = (number(left.element), number(right.element))
      return first != second ? first < second : left.offset < right.offset
    }
    for index in sorted.indices { self[index] = sorted[index].element }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Sorts by a number of each element, equal ones in their order.
  @inlinable
  public mutating func sortByNumber(_ number: (Element) -> Int64) {
    withUnsafeMutableBufferPointer { $0.sortByNumber(number) }
  }
}

/// How the numbers of elements are cut into digits.
///
/// Numbers are taken from the least one on, and in thousands where all of them are whole thousands
/// apart, as times of a whole second are.
@usableFromInline
struct DigitPlan {
  @usableFromInline let passes: Int
  /// Of a digit.
  @usableFromInline let bits: Int
  @usableFromInline let least: Int64
  @usableFromInline let shift: UInt64
  @usableFromInline let factor: UInt64

  @inlinable
  init<Element>(_ elements: UnsafeBufferPointer<Element>, _ number: (Element) -> Int64) {
    self.init([elements], number)
  }

  /// - Parameters:
  ///   - pieces: all elements, in pieces.
  ///   - number: of an element.
  @inlinable
  init<Element>(_ pieces: [UnsafeBufferPointer<Element>], _ number: (Element) -> Int64) {
    var least = Int64.max
    var greatest = Int64.min
    var isInThousands = true
    let first = pieces.first { !$0.isEmpty }.map { number($0[0]) } ?? 0
    for elements in pieces {
      for element in elements {
        let value = number(element)
        least = min(least, value)
        greatest = max(greatest, value)
        // Whether all are whole thousands from the first one is whether they are from the least.
        let distance = UInt64(bitPattern: value > first ? value &- first : first &- value)
        isInThousands = isInThousands && distance.isMultiple(of: 1_000)
      }
    }
    var span = UInt64(bitPattern: greatest &- least)
    if isInThousands { span /= 1_000 }
    let width = 64 - span.leadingZeroBitCount
    passes = (width + 10) / 11
    bits = passes == 0 ? 0 : (width + passes - 1) / passes
    self.least = least
    // A multiple of 1000 is divided by shifting out its 8 and multiplying with what makes 1 of 125
    // in 64 bits.
    shift = isInThousands ? 3 : 0
    factor = isInThousands ? 0x1CAC_0831_26E9_78D5 : 1
  }

  @inlinable
  @inline(__always)
  func digits(of number: Int64) -> UInt64 {
    (UInt64(bitPattern: number &- least) &>> shift) &* factor
  }

  @inlinable
  @inline(__always)
  func digit(_ digits: UInt64, _ pass: Int) -> Int {
    Int(truncatingIfNeeded: digits &>> UInt64(bits &* pass)) & (1 &<< bits &- 1)
  }

  /// Moves elements to and fro until they are in order: after an odd number of passes they lie beside
  /// where they lay.
  @inlinable
  func sort<Element: BitwiseCopyable>(
    _ elements: UnsafeMutablePointer<Element>, _ count: Int,
    beside other: UnsafeMutablePointer<Element>, _ number: (Element) -> Int64
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: passes << bits) {
      guard let starts = $0.baseAddress else { return }
      let all = UnsafeBufferPointer(start: UnsafePointer(elements), count: count)
      self.count([all], number, into: starts)
      for pass in 0..<passes {
        let isForth = pass.isMultiple(of: 2)
        scatter(
          isForth ? elements : other, count, to: isForth ? other : elements, number, pass,
          starts + pass << bits)
      }
    }
  }

  /// Sorts elements that lie in pieces, where there are any passes.
  ///
  /// - Parameters:
  ///   - pieces: all elements, which stay as they are.
  ///   - room: memory for all of them.
  ///   - other: the same, where there is more than one pass.
  ///   - number: of an element.
  /// - Returns: where they are in order, one of both.
  @inlinable
  func sorted<Element: BitwiseCopyable>(
    _ pieces: [UnsafeBufferPointer<Element>], into room: UnsafeMutablePointer<Element>,
    beside other: UnsafeMutablePointer<Element>, _ number: (Element) -> Int64
  ) -> UnsafeMutablePointer<Element> {
    var (sorted, next) = (room, other)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: passes << bits) {
      guard let starts = $0.baseAddress else { return }
      count(pieces, number, into: starts)
      var count = 0
      for piece in pieces {
        guard let elements = piece.baseAddress else { continue }
        scatter(elements, piece.count, to: sorted, number, 0, starts)
        count += piece.count
      }
      for pass in 1..<passes {
        scatter(sorted, count, to: next, number, pass, starts + pass << bits)
        swap(&sorted, &next)
      }
    }
    return sorted
  }

  /// Finds out where the first element of each digit goes, for all passes.
  @inlinable
  func count<Element>(
    _ pieces: [UnsafeBufferPointer<Element>], _ number: (Element) -> Int64,
    into starts: UnsafeMutablePointer<UInt32>
  ) {
    starts.initialize(repeating: 0, count: passes << bits)
    for elements in pieces {
      for element in elements {
        let digits = digits(of: number(element))
        for pass in 0..<passes {
          starts[pass &<< bits &+ digit(digits, pass)] &+= 1
        }
      }
    }
    for pass in 0..<passes {
      var next: UInt32 = 0
      for digit in 0..<(1 << bits) {
        let size = starts[pass << bits + digit]
        starts[pass << bits + digit] = next
        next += size
      }
    }
  }

  /// Moves the elements to where the digit of a pass puts them.
  @inlinable
  func scatter<Element: BitwiseCopyable>(
    _ elements: UnsafePointer<Element>, _ count: Int, to sorted: UnsafeMutablePointer<Element>,
    _ number: (Element) -> Int64, _ pass: Int, _ starts: UnsafeMutablePointer<UInt32>
  ) {
    for index in 0..<count {
      let element = elements[index]
      let digit = digit(digits(of: number(element)), pass)
      sorted[Int(starts[digit])] = element
      starts[digit] &+= 1
    }
  }
}
