import CByteScan
import DelimitedText
import MessageHistory
import ResponseMetrics

/// Writes rows of a listing into lines of a CSV file, which it keeps until they are taken.
///
/// Tens of millions of cells go through it, nearly all of them plain: these are put into memory of
/// its own, and only what needs quotes, a guard or repair goes through `RecordWriter`.
struct LineSink: RowSink, ~Copyable {
  private var line = LineBytes()
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

  /// The cells so far, valid until the next one is taken.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: line.room, count: line.count)
  }

  /// Begins anew with a line.
  mutating func begin() {
    line.count = 0
    isAtStart = true
  }

  /// Hands the lines out and begins anew, where they are long enough for a piece of a file.
  @inline(__always)
  mutating func handOutPiece<Failure: Error>(
    to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard line.count >= Self.pieceSize else { return }
    try write(bytes)
    begin()
  }

  private static let pieceSize = 256 << 10

  // MARK: Cells

  mutating func text(_ bytes: UnsafeRawBufferPointer) {
    line.reserve(bytes.count + 1)
    let start = isAtStart ? line.count : line.count &+ 1
    guard plainText.copy(bytes, to: line.room + start) else { return put(special: bytes) }
    endCell(from: start, bytes.count)
  }

  mutating func begin(
    _ slice: UInt32, page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer
  ) {
    if self.slice == slice, isAtStart {
      line.reserve(sliceCells.count)
      line.put(UnsafeRawBufferPointer(sliceCells.all))
      isAtStart = false
      return
    }
    let start = line.count
    let isWhole = isAtStart
    text(page)
    text(channel)
    guard isWhole else { return }
    self.slice = slice
    sliceCells.removeAll()
    sliceCells.append(UnsafeRawBufferPointer(start: line.room + start, count: line.count - start))
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
    let start = beginCell(LineBytes.mostDigits)
    if number < 0 { line.put(UInt8(ascii: "-")) }
    line.put(decimal: UInt64(number.magnitude))
    settle(from: start)
  }

  mutating func instant(_ milliseconds: Int64) {
    let start = beginCell(instantRoom)
    line.count &+= instants.write(milliseconds, to: line.room + line.count)
    settle(from: start)
  }

  mutating func instant(_ milliseconds: Int64, after start: Int64) {
    if milliseconds < 0 { _ = beginCell(0) } else { instant(start + milliseconds) }
  }

  mutating func time(_ milliseconds: Int64) {
    let start = beginCell(LineBytes.mostDigits + 4)
    guard milliseconds >= 0 else { return }
    let (seconds, fraction) = UInt64(milliseconds).quotientAndRemainder(dividingBy: 1_000)
    line.put(decimal: seconds)
    if fraction > 0 { line.put(thousandths: fraction) }
    settle(from: start)
  }

  mutating func endRecord() {
    line.reserve(1)
    line.put(UInt8(ascii: "\n"))
    isAtStart = true
  }

  /// Takes lines that are written already, between two others.
  mutating func lines(_ bytes: some Collection<UInt8>) {
    line.reserve(bytes.count)
    for byte in bytes { line.put(byte) }
  }

  // MARK: Bytes

  /// Makes room for a cell of so many bytes, behind a separator.
  ///
  /// - Returns: where it begins.
  @inline(__always)
  @discardableResult
  private mutating func beginCell(_ bytes: Int) -> Int {
    line.reserve(bytes + 1)
    if !isAtStart { line.put(separator) }
    isAtStart = false
    return line.count
  }

  /// Ends a cell of so many bytes that were put where it begins, one byte further on than the cells
  /// so far where a separator is to stand between.
  @inline(__always)
  private mutating func endCell(from start: Int, _ bytes: Int) {
    if !isAtStart { line.room[line.count] = separator }
    isAtStart = false
    line.count = start &+ bytes
  }

  /// Puts a cell with a text that is not plain.
  @inline(never)
  private mutating func put(special text: UnsafeRawBufferPointer) {
    writer.appendText(text)
    takeFromWriter()
  }

  /// Puts a word of the program, which may be a sentence.
  private mutating func put(word: UnsafeRawBufferPointer) {
    line.reserve(word.count + 1)
    let start = isAtStart ? line.count : line.count &+ 1
    guard plainText.copyWord(word, to: line.room + start) else {
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
    let start = beginCell(LineBytes.mostDigits + 2)
    if units < 0 { line.put(UInt8(ascii: "-")) }
    line.put(magnitude: units.magnitude, places: places, isTrimmed: isTrimmed)
    settle(from: start)
  }

  /// Puts what the program itself shows: numbers, instants and words.
  @inline(__always)
  private mutating func put(shown: UnsafeRawBufferPointer) {
    let start = beginCell(shown.count)
    if let base = shown.baseAddress, shown.count <= Self.mostOfWord {
      byte_scan_copy_word(
        line.room + line.count, base.assumingMemoryBound(to: UInt8.self), shown.count)
      line.count &+= shown.count
    } else {
      line.put(shown)
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
    writer.append(UnsafeRawBufferPointer(start: line.room + start, count: line.count - start))
    line.count = start - (start > 0 && line.room[start - 1] == separator ? 1 : 0)
    isAtStart = line.count == start
    takeFromWriter()
  }

  /// Takes the one cell that was written, which begins a record there.
  @inline(never)
  private mutating func takeFromWriter() {
    let cell = writer.bytes
    beginCell(cell.count)
    cell.withUnsafeBytes { line.put($0) }
    writer.endRecord()
    writer.removeAll()
  }
}
