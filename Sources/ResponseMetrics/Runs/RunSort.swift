extension Array where Element: FixedRow {
  /// Sorts rows by their numbers, those of one number in any order.
  ///
  /// By digits of up to eleven bits a pass, least first. All digits are counted in one go, and rows go
  /// to and fro between the array and memory that is as large.
  mutating func sortByOrder() {
    guard count > 256, count <= UInt32.max else {
      sort { $0.order < $1.order }
      return
    }
    withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      let digits = RowDigits(UnsafeBufferPointer(rows))
      guard digits.passes > 0 else { return }
      let other = OwnedMemory<Element>(capacity: rows.count)
      let starts = OwnedMemory<UInt32>(repeating: 0, count: digits.passes << digits.bits)
      digits.count(base, rows.count, into: starts.base)
      for pass in 0..<digits.passes {
        let isForth = pass.isMultiple(of: 2)
        digits.scatter(
          isForth ? base : other.base, rows.count, to: isForth ? other.base : base, pass,
          starts.base + pass << digits.bits)
      }
      if !digits.passes.isMultiple(of: 2) { base.update(from: other.base, count: rows.count) }
    }
  }
}

/// How the numbers of rows are cut into digits.
///
/// Numbers are taken from the least one on, and in thousands where all of them are whole thousands
/// apart, as times of a whole second are.
private struct RowDigits {
  let passes: Int
  /// Of a digit.
  let bits: Int
  private let least: Int64
  private let shift: UInt64
  private let factor: UInt64

  init<Row: FixedRow>(_ rows: UnsafeBufferPointer<Row>) {
    var least = Int64.max
    var greatest = Int64.min
    for row in rows {
      least = min(least, row.order)
      greatest = max(greatest, row.order)
    }
    let origin = least
    let isInThousands = rows.allSatisfy {
      UInt64(bitPattern: $0.order &- origin).isMultiple(of: 1_000)
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

  @inline(__always)
  private func digits(of row: some FixedRow) -> UInt64 {
    (UInt64(bitPattern: row.order &- least) &>> shift) &* factor
  }

  @inline(__always)
  private func digit(_ digits: UInt64, _ pass: Int) -> Int {
    Int(truncatingIfNeeded: digits &>> UInt64(bits &* pass)) & (1 &<< bits &- 1)
  }

  /// Finds out where the first row of each digit goes, for all passes.
  @inline(never)
  func count<Row: FixedRow>(
    _ rows: UnsafePointer<Row>, _ count: Int, into starts: UnsafeMutablePointer<UInt32>
  ) {
    for index in 0..<count {
      let digits = digits(of: rows[index])
      for pass in 0..<passes {
        starts[pass &<< bits &+ digit(digits, pass)] &+= 1
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

  /// Moves the rows to where the digit of a pass puts them.
  @inline(never)
  func scatter<Row: FixedRow>(
    _ rows: UnsafePointer<Row>, _ count: Int, to sorted: UnsafeMutablePointer<Row>, _ pass: Int,
    _ starts: UnsafeMutablePointer<UInt32>
  ) {
    for index in 0..<count {
      let digit = digit(digits(of: rows[index]), pass)
      sorted[Int(starts[digit])] = rows[index]
      starts[digit] &+= 1
    }
  }
}
