extension [UInt8] {
  /// Appends a whole number in decimal digits, without a `String` between.
  package mutating func appendDecimal(_ number: Int) {
    appendDecimal(number, decimals: 0)
  }

  /// Appends `units` of 10 to the power of −`decimals`, with exactly so many decimals.
  ///
  /// Nothing is rounded. `decimals` below zero counts as zero.
  package mutating func appendDecimal(_ units: Int, decimals: Int) {
    // From the last digit to the first, so that they are put together from the end.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 22 + Swift.max(decimals, 0)) { room in
      var start = room.count
      var rest = units.magnitude
      var place = 0
      func put(_ byte: UInt8) {
        start -= 1
        room[start] = byte
      }
      repeat {
        if place == decimals && place > 0 { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
        place += 1
      } while rest > 0 || place <= decimals
      if units < 0 { put(UInt8(ascii: "-")) }
      append(contentsOf: UnsafeMutableBufferPointer(rebasing: room[start...]))
    }
  }

  /// Appends as above, without the zeros at the end of the fraction and a point without any.
  package mutating func appendTrimmedDecimal(_ units: Int, decimals: Int) {
    appendDecimal(units, decimals: decimals)
    guard decimals > 0 else { return }
    while last == UInt8(ascii: "0") { removeLast() }
    if last == UInt8(ascii: ".") { removeLast() }
  }
}
