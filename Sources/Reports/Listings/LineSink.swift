import DelimitedText
import MessageHistory

/// Writes rows of a listing into lines of a CSV file, which it keeps.
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

  /// Begins anew with a line, or with the rest of one after its first cell.
  mutating func begin(afterCell: Bool = false) {
    count = 0
    isAtStart = !afterCell
  }

  /// Whether a text is written as it is.
  func isPlain(_ text: UnsafeRawBufferPointer) -> Bool { plainText.contains(text) }

  // MARK: Cells

  mutating func text(_ bytes: some Collection<UInt8>) {
    let isWritten: Void? = bytes.withContiguousStorageIfAvailable {
      put(text: UnsafeRawBufferPointer($0))
    }
    if isWritten == nil { Array(bytes).withUnsafeBytes { put(text: $0) } }
  }

  mutating func cell(_ cell: Cell) {
    switch cell {
    case .text(var text): text.withUTF8 { put(text: UnsafeRawBufferPointer($0)) }
    case .blank: beginCell(0)
    case .word, .integer, .share, .bound, .seconds, .decimal, .instant, .date, .flag:
      scratch.removeAll(keepingCapacity: true)
      cellText.append(cell, to: &scratch)
      let bytes = scratch
      bytes.withUnsafeBytes { put(shown: $0) }
    }
  }

  mutating func word(_ word: StaticString) {
    put(shown: UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  mutating func count(_ number: Int32) {
    let start = beginCell(Self.mostDigits)
    put(decimal: UInt64(number.magnitude), isNegative: number < 0)
    settle(from: start)
  }

  mutating func instant(_ milliseconds: Int64) {
    let start = beginCell(InstantMemo.mostBytes)
    count += instants.write(Instant(milliseconds: milliseconds), to: room + count)
    settle(from: start)
  }

  mutating func instant(_ milliseconds: Int64, after start: Int64) {
    if milliseconds < 0 { _ = beginCell(0) } else { instant(start + milliseconds) }
  }

  mutating func time(_ milliseconds: Int64) {
    let start = beginCell(Self.mostDigits + 4)
    guard milliseconds >= 0 else { return }
    let (seconds, fraction) = UInt64(milliseconds).quotientAndRemainder(dividingBy: 1_000)
    put(decimal: seconds, isNegative: false)
    if fraction > 0 { put(thousandths: fraction) }
    settle(from: start)
  }

  mutating func endRecord() {
    reserve(1)
    put(Byte.lineFeed)
    isAtStart = true
  }

  // MARK: Bytes

  /// Digits of the greatest number, and its sign.
  private static let mostDigits = 21

  /// Makes room for a cell of so many bytes.
  ///
  /// - Returns: where it begins.
  @discardableResult
  private mutating func beginCell(_ bytes: Int) -> Int {
    reserve(bytes + 1)
    if !isAtStart { put(separator) }
    isAtStart = false
    return count
  }

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

  private mutating func put(text: UnsafeRawBufferPointer) {
    if plainText.contains(text) {
      beginCell(text.count)
      put(text)
    } else {
      writer.appendText(text)
      takeFromWriter()
    }
  }

  /// Puts what the program itself shows: numbers, instants and words.
  private mutating func put(shown: UnsafeRawBufferPointer) {
    let start = beginCell(shown.count)
    put(shown)
    settle(from: start)
  }

  /// Ends a cell of the program: it needs quotes only where the separator is a byte of such.
  private mutating func settle(from start: Int) {
    guard isSeparatorUnusual else { return }
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

  private mutating func put(decimal number: UInt64, isNegative: Bool) {
    if isNegative { put(UInt8(ascii: "-")) }
    var digits = 1
    var bound: UInt64 = 10
    while number >= bound, digits < 19 {
      digits += 1
      bound *= 10
    }
    var rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
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
