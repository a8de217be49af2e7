import CRowKeys
import DelimitedText

/// A worker's way from records to what tells them from one another, as numbers, a block at a time.
///
/// All that is done for every cell that counts is done in C in one go: nothing is counted,
/// allocated or checked a row but what the row itself asks for.
struct RowKeyReader: ~Copyable {
  /// Rows of a block: few enough for their keys to stay in the nearest cache.
  static let blockSize = 64

  private(set) var secrets: RowSecrets
  private var layout = row_layout()
  /// What follows from the layout, which C alone knows.
  private let plan = OpaquePointer(
    UnsafeMutableRawPointer.allocate(
      byteCount: row_plan_size(), alignment: Int(ROW_PLAN_ALIGNMENT)))
  private var text = row_text()
  private var position = row_position()
  private var spans = UnsafeMutableBufferPointer<row_span>.allocate(capacity: 0)
  private let block = UnsafeMutablePointer<row_keys>.allocate(capacity: blockSize)

  init(hash: KeyedHash, kernel: row_hash_kernel) {
    secrets = RowSecrets(hash: hash, kernel: kernel)
    block.initialize(repeating: row_keys(), count: Self.blockSize)
  }

  deinit {
    spans.deallocate()
    UnsafeMutableRawPointer(plan).deallocate()
    block.deallocate()
  }

  /// Goes on with the rows of another input.
  mutating func begin(_ fields: RowFields) {
    let all = fields.words.spans + fields.senders.spans + fields.assignees.spans
    spans.deallocate()
    spans = .allocate(capacity: all.count)
    _ = spans.initialize(from: all.map { row_span(first: $0.first, last: $0.last) })
    secrets.reserve(further: all.count)
    let words = fields.words.spans.count
    let people = words + fields.senders.spans.count
    layout = row_layout(
      kernel: secrets.kernel, conversation: fields.column(.conversationID),
      timestamp: fields.column(.timestamp), message: fields.column(.messageID),
      contact: fields.column(.contactID), contact_name: fields.column(.contactName),
      sender_id: fields.column(.senderID), sender_name: fields.column(.senderName),
      width: UInt32(fields.width), words: spans(0..<words), senders: spans(words..<people),
      assignees: spans(people..<all.count), cell_secrets: secrets[.conversation], quote: -1,
      doubles_quotes: false, strips_carriage_return: false)
  }

  private func spans(_ range: Range<Int>) -> row_spans {
    row_spans(
      spans: spans.baseAddress.map { $0 + range.lowerBound }, count: range.count,
      secrets: secrets.further(range.lowerBound))
  }

  /// Goes on with the records of a batch, of the input begun last.
  mutating func begin(_ records: RecordBatch) {
    let dialect = records.dialect
    layout.quote = dialect.quote.map(Int32.init) ?? -1
    layout.doubles_quotes = dialect.escape == .doubled
    layout.strips_carriage_return = dialect.lineEnd != .cr
    row_plan_make(plan, &layout)
    text = row_text(
      bytes: records.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      readable: records.bytes.count, entries: records.entries.baseAddress,
      entry_count: records.entries.count)
    position = row_position()
  }

  /// The next rows, valid until the next call; none at the end of the batch.
  mutating func next() -> UnsafeBufferPointer<row_keys> {
    let count = row_keys_read(plan, &text, &position, block, Self.blockSize)
    return UnsafeBufferPointer(start: block, count: count)
  }

  /// The hash of the cell that stands for a row's contact, which the row itself does not have: the
  /// strongest of those that it shows; nil where a cell has to be read with care.
  mutating func weakerContact(
    of row: UnsafePointer<row_keys>, isInbound: Bool
  ) -> UInt64? {
    let flags = row.pointee.flags
    let field: Int32
    if isInbound, flags & RowFlags.hasSenderID != 0 {
      field = layout.sender_id
    } else if flags & RowFlags.hasContactName != 0 {
      field = layout.contact_name
    } else if isInbound, flags & RowFlags.hasSenderName != 0 {
      field = layout.sender_name
    } else {
      return 0
    }
    var hash = row_hash()
    let isTold = row_keys_of_cell(plan, &text, row, field, secrets[.contact], &hash)
    return isTold ? hash.low : nil
  }
}

/// The flags of `row_keys` as numbers of their type.
enum RowFlags {
  static let isUnusual = UInt32(ROW_IS_UNUSUAL)
  static let hasMoment = UInt32(ROW_HAS_MOMENT)
  /// All that makes a row whole but its words and traits.
  static let ofWhole = hasMoment | hasMessage | hasContact
  /// What is asked before anything is looked up: all of these, and no unusual form.
  static let ofPlain = ofWhole | isUnusual
  static let hasMessage = UInt32(ROW_HAS_MESSAGE)
  static let hasContact = UInt32(ROW_HAS_CONTACT)
  static let hasContactName = UInt32(ROW_HAS_CONTACT_NAME)
  static let hasSenderID = UInt32(ROW_HAS_SENDER_ID)
  static let hasSenderName = UInt32(ROW_HAS_SENDER_NAME)
  /// What traits tell of a row's contact.
  static let ofContact = hasContact | hasContactName
  static let ofInboundContact = ofContact | hasSenderID | hasSenderName
}
