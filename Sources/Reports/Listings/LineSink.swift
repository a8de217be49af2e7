import CByteScan
import DelimitedText
import MessageHistory
import ResponseMetrics

/// Writes rows of a listing into lines of a CSV file, which it keeps until they are taken.
///
/// Tens of millions of cells go through it, nearly all of them plain: these are put into memory of
/// its own, and only what needs quotes, a guard or repair goes through `RecordWriter`.
struct LineSink: RowSink, ~Copyable {
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity = 4_096
  private var count = 0
  private var isAtStart = true
  private let separator: UInt8
  /// Whether the separator is a byte of numbers or words, so that these may need quotes.
  private let isSeparatorUnusual: Bool
  private let plainText: PlainText
  private let cellText: CellText
  private var instants: InstantMemo
  // Here, and not asked for at each instant.
  private let instantRoom = InstantMemo.mostBytes
  /// The cells of the last slice, as they stand at the beginning of a line.
  private var sliceCells = OwnedList<UInt8>()
  private var slice: UInt32?
  /// For cells that are not plain.
  private var writer: RecordWriter
  private var scratch: [UInt8] = []

  init(style: ListingStyle) {
    room = .allocate(capacity: capacity)
    separator = style.separator
    isSeparatorUnusual = ![Byte.comma, Byte.semicolon, Byte.tab, Byte.bar].contains(separator)
    plainText = PlainText(separator: separator)
    cellText = CellText(clock: style.clock)
    instants = InstantMemo(clock: style.clock)
    writer = RecordWriter(separator: separator)
  }

  /// Begins with the header of the file.
  init(headerOf file: ReportFile, style: ListingStyle) {
    self.init(style: style)
    for var column in file.columns { column.withUTF8 { put(shown: UnsafeRawBufferPointer($0)) } }
    endRecord()
  }

  deinit { room.deallocate() }

  /// The cells so far, valid until the next one is taken.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: room, count: count) }

  /// Begins anew with a line.
  mutating func begin() {
    count = 0
    isAtStart = true
  }

  /// Hands the lines out and begins anew, where they are long enough for a piece of a file.
  @inline(__always)
  mutating func handOutPiece<Failure: Error>(
    to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard count >= Self.pieceSize else { return }
    try write(bytes)
    begin()
  }

  private static let pieceSize = 256 << 10

  // MARK: Cells

  mutating func text(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count + 1)
    let start = isAtStart ? count : count &+ 1
    guard plainText.copy(bytes, to: room + start) else { return put(special: bytes) }
    endCell(from: start, bytes.count)
  }

  mutating func begin(
    _ slice: UInt32, page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer
  ) {
    if self.slice == slice, isAtStart {
      reserve(sliceCells.count)
      put(UnsafeRawBufferPointer(sliceCells.all))
      isAtStart = false
      return
    }
    let start = count
    let isWhole = isAtStart
    text(page)
    text(channel)
    guard isWhole else { return }
    self.slice = slice
    sliceCells.removeAll()
    sliceCells.append(UnsafeRawBufferPointer(start: room + start, count: count - start))
  }

  mutating func blank() { beginCell(0) }

  mutating func cell(_ cell: Cell) {
    switch cell {
    case .text(var text): text.withUTF8 { self.text(UnsafeRawBufferPointer($0)) }
    case .blank: blank()
    case .integer(let number): put(units: Int128(number), cell)
    case .share(let share): put(units: NumberText.units(ofShare: share), places: 6, cell)
    case .seconds(let milliseconds):
      put(units: NumberText.units(ofSeconds: milliseconds), places: 3, isTrimmed: true, cell)
    case .instant(let instant): self.instant(instant.milliseconds)
    case .word(var word): word.withUTF8 { put(word: UnsafeRawBufferPointer($0)) }
    case .bound, .decimal, .date, .flag: put(general: cell)
    }
  }

  mutating func word(_ word: StaticString) {
    put(shown: UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func count(_ number: Int32) {
    let start = beginCell(Self.mostDigits)
    if number < 0 { put(UInt8(ascii: "-")) }
    put(decimal: UInt64(number.magnitude))
    settle(from: start)
  }

  mutating func instant(_ milliseconds: Int64) {
    let start = beginCell(instantRoom)
    count &+= instants.write(milliseconds, to: room + count)
    settle(from: start)
  }

  mutating func instant(_ milliseconds: Int64, after start: Int64) {
    if milliseconds < 0 { _ = beginCell(0) } else { instant(start + milliseconds) }
  }

  mutating func time(_ milliseconds: Int64) {
    let start = beginCell(Self.mostDigits + 4)
    guard milliseconds >= 0 else { return }
    let (seconds, fraction) = UInt64(milliseconds).quotientAndRemainder(dividingBy: 1_000)
    put(decimal: seconds)
    if fraction > 0 { put(thousandths: fraction) }
    settle(from: start)
  }

  mutating func endRecord() {
    reserve(1)
    put(UInt8(ascii: "\n"))
    isAtStart = true
  }

  /// Takes lines that are written already, between two others.
  mutating func lines(_ bytes: some Collection<UInt8>) {
    reserve(bytes.count)
    for byte in bytes { put(byte) }
  }

  // MARK: Bytes

  /// Digits of the greatest number, its sign, and what is written behind it by the way.
  private static let mostDigits = 24

  /// Makes room for a cell of so many bytes, behind a separator.
  ///
  /// - Returns: where it begins.
  @inline(__always)
  @discardableResult
  private mutating func beginCell(_ bytes: Int) -> Int {
    reserve(bytes + 1)
    if !isAtStart { put(separator) }
    isAtStart = false
    return count
  }

  /// Ends a cell of so many bytes that were put where it begins, one byte further on than the cells
  /// so far where a separator is to stand between.
  @inline(__always)
  private mutating func endCell(from start: Int, _ bytes: Int) {
    if !isAtStart { room[count] = separator }
    isAtStart = false
    count = start &+ bytes
  }

  @inline(__always)
  private mutating func reserve(_ bytes: Int) {
    if capacity - count < bytes { grow(bytes) }
  }

  @inline(never)
  private mutating func grow(_ bytes: Int) {
    capacity = max(2 * capacity, count + bytes)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: room, count: count)
    room.deallocate()
    room = larger
  }

  /// Puts a byte where there is room.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    room[count] = byte
    count &+= 1
  }

  /// Puts bytes where there is room.
  private mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(room + count).copyMemory(from: base, byteCount: bytes.count)
    count += bytes.count
  }

  /// Puts a cell with a text that is not plain.
  @inline(never)
  private mutating func put(special text: UnsafeRawBufferPointer) {
    writer.appendText(text)
    takeFromWriter()
  }

  /// Puts a word of the program, which may be a sentence.
  private mutating func put(word: UnsafeRawBufferPointer) {
    reserve(word.count + 1)
    let start = isAtStart ? count : count &+ 1
    guard plainText.copyWord(word, to: room + start) else {
      writer.append(word)
      return takeFromWriter()
    }
    endCell(from: start, word.count)
  }

  /// Puts a cell of the program as all other files show it.
  private mutating func put(general cell: Cell) {
    scratch.removeAll(keepingCapacity: true)
    cellText.append(cell, to: &scratch)
    let bytes = scratch
    bytes.withUnsafeBytes { put(shown: $0) }
  }

  /// Puts a cell with so many units of the last of some decimal places.
  @inline(__always)
  private mutating func put(
    units: Int128, places: Int = 0, isTrimmed: Bool = false, _ cell: Cell
  ) {
    guard let units = units.in64Bits else { return put(general: cell) }
    let start = beginCell(Self.mostDigits + 2)
    if units < 0 { put(UInt8(ascii: "-")) }
    put(magnitude: units.magnitude, places: places, isTrimmed: isTrimmed)
    settle(from: start)
  }

  /// Puts a number with decimals where there is room.
  @inline(__always)
  private mutating func put(magnitude: UInt64, places: Int, isTrimmed: Bool) {
    var unit: UInt64 = 1
    for _ in 0..<places { unit &*= 10 }
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: unit)
    put(decimal: whole)
    if places == 0 || isTrimmed && fraction == 0 { return }
    put(UInt8(ascii: "."))
    var rest = fraction
    for place in stride(from: count + places - 1, through: count, by: -1) {
      room[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= places
    while isTrimmed, room[count - 1] == UInt8(ascii: "0") { count &-= 1 }
  }

  /// Puts what the program itself shows: numbers, instants and words.
  @inline(__always)
  private mutating func put(shown: UnsafeRawBufferPointer) {
    let start = beginCell(shown.count)
    if let base = shown.baseAddress, shown.count <= Self.mostOfWord {
      byte_scan_copy_word(
        room + count, base.assumingMemoryBound(to: UInt8.self), shown.count)
      count &+= shown.count
    } else {
      put(shown)
    }
    settle(from: start)
  }

  /// Bytes up to which a word is copied without a call.
  private static let mostOfWord = 16

  /// Ends a cell of the program: it needs quotes only where the separator is a byte of such.
  @inline(__always)
  private mutating func settle(from start: Int) {
    if isSeparatorUnusual { quote(from: start) }
  }

  @inline(never)
  private mutating func quote(from start: Int) {
    writer.append(UnsafeRawBufferPointer(start: room + start, count: count - start))
    count = start - (start > 0 && room[start - 1] == separator ? 1 : 0)
    isAtStart = count == start
    takeFromWriter()
  }

  /// Takes the one cell that was written, which begins a record there.
  @inline(never)
  private mutating func takeFromWriter() {
    let cell = writer.bytes
    beginCell(cell.count)
    cell.withUnsafeBytes { put($0) }
    writer.endRecord()
    writer.removeAll()
  }

  /// Puts a number where there is room for `mostDigits`.
  @inline(__always)
  private mutating func put(decimal number: UInt64) {
    if number < 10_000 {
      put(upToFourDigits: UInt32(truncatingIfNeeded: number))
    } else if number < 100_000_000 {
      let high = UInt32(truncatingIfNeeded: number) / 10_000
      put(upToFourDigits: high)
      put(fourDigits: UInt32(truncatingIfNeeded: number) &- high &* 10_000)
    } else {
      put(long: number)
    }
  }

  @inline(never)
  private mutating func put(long number: UInt64) {
    put(decimal: number / 100_000_000)
    let rest = UInt32(truncatingIfNeeded: number % 100_000_000)
    put(fourDigits: rest / 10_000)
    put(fourDigits: rest % 10_000)
  }

  /// The four bytes are written all at once, whatever of them is left out: a loop over the digits
  /// ends where no processor expects it.
  @inline(__always)
  private mutating func put(upToFourDigits number: UInt32) {
    let digits = 1 &+ (number >= 10 ? 1 : 0) &+ (number >= 100 ? 1 : 0) &+ (number >= 1_000 ? 1 : 0)
    put(word: Self.fourDigits(number) &>> UInt32(32 &- 8 &* digits))
    count &+= digits
  }

  @inline(__always)
  private mutating func put(fourDigits number: UInt32) {
    put(word: Self.fourDigits(number))
    count &+= 4
  }

  @inline(__always)
  private mutating func put(word: UInt32) {
    UnsafeMutableRawPointer(room + count).storeBytes(of: word.littleEndian, as: UInt32.self)
  }

  /// The four digits of a number below 10,000 in ASCII, the first in the lowest byte.
  @inline(__always)
  private static func fourDigits(_ number: UInt32) -> UInt32 {
    // Two halves of two digits in lanes of 16 bits, each divided by ten by multiplying.
    let hundreds = (number &* 5_243) &>> 19
    let halves = hundreds | (number &- 100 &* hundreds) &<< 16
    let tens = (halves &* 103) &>> 10 & 0x000F_000F
    return (tens | (halves &- 10 &* tens) &<< 8) &+ 0x3030_3030
  }

  /// Puts a fraction of up to three decimals, without zeros at its end.
  private mutating func put(thousandths: UInt64) {
    put(UInt8(ascii: "."))
    var rest = thousandths
    var unit: UInt64 = 100
    while rest > 0 {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
