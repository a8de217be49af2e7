import CRowKeys
import DelimitedText

/// One worker's way from records to `MessageRecord`s: no text is kept, nothing is allocated a row.
///
/// What `RowKeyReader` makes of a row is looked up here: what its words say, and the traits of its
/// people. What is not known yet, and rows of unusual form, go to `CarefulRowDecoder`, so that both
/// ways make the same of a row.
struct RowDecoder: ~Copyable {
  /// What is known of a row once its words have been looked up.
  private struct Row {
    /// What its traits are found by.
    var traitsKey = row_hash()
    /// What it adds to the counts of `InputCounts.add(plainRows:tally:)`.
    var tally: UInt64 = 0
    var slice: UInt32 = 0
    /// Whether nothing is to be asked but who sent it.
    var isPlain = false
  }

  private var reader: RowKeyReader
  private var words: RowWordsMemo
  private var traits: RowTraitsMemo
  private var careful: CarefulRowDecoder
  /// A block's rows, and its records.
  private let rows = UnsafeMutablePointer<Row>.allocate(capacity: RowKeyReader.blockSize)
  private let made = UnsafeMutablePointer<MessageRecord>.allocate(capacity: RowKeyReader.blockSize)
  /// The input begun last, by its ordinal.
  private var input: Int?
  private(set) var counts = InputCounts()
  private(set) var rejected: [RejectedRow] = []

  /// - Parameters:
  ///   - tables: what all workers share.
  ///   - kernel: how rows are hashed; one for all workers, which the machine has.
  init(tables: HistoryTables, kernel: row_hash_kernel = RowSecrets.bestKernel) {
    reader = RowKeyReader(hash: tables.hash, kernel: kernel)
    words = RowWordsMemo(hash: tables.hash)
    traits = RowTraitsMemo(hash: tables.hash)
    careful = CarefulRowDecoder(tables: tables, kernel: kernel)
    rows.initialize(repeating: Row(), count: RowKeyReader.blockSize)
  }

  deinit {
    rows.deallocate()
    made.deallocate()
  }

  /// Hands out the counts since the last call and begins anew.
  mutating func takeCounts() -> InputCounts {
    defer { counts = InputCounts() }
    return counts
  }

  /// Decodes records, and notes those that are rejected.
  ///
  /// - Parameters:
  ///   - records: of one input.
  ///   - reading: how that input is read.
  ///   - start: where the batch begins.
  ///   - body: gets what was decoded, a block at a time; it is valid during the call.
  mutating func decode(
    _ records: RecordBatch, by reading: RowReading, from start: Place,
    _ body: (UnsafeBufferPointer<MessageRecord>) -> Void
  ) {
    begin(start.input, reading)
    reader.begin(records)
    while true {
      let block = reader.next()
      if block.isEmpty { return }
      lookUpWords(of: block)
      let count = decode(block, records, reading, from: start)
      body(UnsafeBufferPointer(start: made, count: count))
    }
  }

  private mutating func begin(_ input: Int, _ reading: RowReading) {
    guard self.input != input else { return }
    self.input = input
    words.removeAll()
    traits.removeAll()
    reader.begin(reading.rowFields)
    careful.begin(reading)
  }

  /// Fills in `rows`, and has their traits fetched into the cache meanwhile.
  private func lookUpWords(of block: UnsafeBufferPointer<row_keys>) {
    guard let first = block.baseAddress else { return }
    for number in 0..<block.count {
      let row = first + number
      guard let known = words.known(row.pointee.words) else {
        rows[number].isPlain = false
        continue
      }
      let key = traitsKey(of: row, known)
      traits.prefetch(key)
      rows[number] = Row(
        traitsKey: key, tally: known.tally, slice: known.slice,
        isPlain: row.pointee.flags & RowFlags.isUnusual == 0 && known.isPlain)
    }
  }

  @inline(always)
  private func traitsKey(
    of row: UnsafePointer<row_keys>, _ known: RowWordsMemo.Known
  ) -> row_hash {
    let words = row.pointee.words
    let people = known.namesSender ? row.pointee.senders : row.pointee.assignees
    return reader.secrets.extended(
      row_hash(low: words.low &+ people.low, high: words.high &+ people.high),
      by: UInt64(row.pointee.flags & known.evidence), reader.secrets[.evidence])
  }

  /// Decodes a block into `made`, and returns how many records that makes.
  private mutating func decode(
    _ block: UnsafeBufferPointer<row_keys>, _ records: RecordBatch, _ reading: RowReading,
    from start: Place
  ) -> Int {
    guard let first = block.baseAddress else { return 0 }
    var count = 0
    var plainRows = 0
    var tally: UInt64 = 0
    for number in 0..<block.count {
      let keys = first + number
      let place = start.advanced(by: Int(keys.pointee.start))
      if rows[number].isPlain, let known = traits.traits(of: rows[number].traitsKey) {
        (made + count).initialize(
          to: record(keys, slice: rows[number].slice, known, at: place))
        let isWhole = keys.pointee.flags & RowFlags.ofWhole == RowFlags.ofWhole
        if isWhole || complete(made + count, keys, known, records, reading) {
          plainRows &+= 1
          tally &+= rows[number].tally
          count &+= 1
          continue
        }
      }
      if let record = decodeWithCare(keys, records, reading, at: place) {
        (made + count).initialize(to: record)
        count &+= 1
      }
    }
    counts.add(plainRows: plainRows, tally: tally)
    return count
  }

  @inline(always)
  private func record(
    _ row: UnsafePointer<row_keys>, slice: UInt32, _ known: RowTraitsMemo.Known, at place: Place
  ) -> MessageRecord {
    let conversation = reader.secrets.hash(row.pointee.conversation, slice: slice)
    return MessageRecord(
      conversation: conversation.high,
      conversationTail: UInt32(truncatingIfNeeded: conversation.low), traits: known.traits,
      instant: Instant(milliseconds: row.pointee.milliseconds), messageClass: known.messageClass,
      place: place, identity: row.pointee.message | 1, contact: row.pointee.contact)
  }

  /// Fills in what a row does not have as numbers: the instant of a naive time, another contact's
  /// key, or the hash of the whole row in the place of a message id.
  ///
  /// - Returns: false, with nothing counted, where a cell has to be read with care.
  @inline(never)
  private mutating func complete(
    _ record: UnsafeMutablePointer<MessageRecord>, _ row: UnsafePointer<row_keys>,
    _ known: RowTraitsMemo.Known, _ records: RecordBatch, _ reading: RowReading
  ) -> Bool {
    let flags = row.pointee.flags
    if flags & RowFlags.hasContact == 0 {
      let isInbound = known.messageClass == .inbound
      guard let contact = reader.weakerContact(of: row, isInbound: isInbound) else { return false }
      record.pointee.contact = contact
    }
    if flags & RowFlags.hasMoment == 0 {
      let moment = ParsedTimestamp(
        reading.timestamps.clock.resolve(localMilliseconds: row.pointee.milliseconds))
      counts.note(moment.reading)
      record.pointee.set(moment.instant, known.messageClass)
    }
    if flags & RowFlags.hasMessage == 0, let said = words.words(of: row.pointee.words),
      let whole = Self.record(row, records)
    {
      record.pointee.identity = careful.identity(
        ofWhole: whole, said, reading, instant: record.pointee.instant)
    }
    return true
  }

  // MARK: Care

  /// Reads a row cell by cell, and notes what it teaches; nil where it is no message.
  @inline(never)
  private mutating func decodeWithCare(
    _ row: UnsafePointer<row_keys>, _ records: RecordBatch, _ reading: RowReading, at place: Place
  ) -> MessageRecord? {
    guard let record = Self.record(row, records) else { return nil }
    let known = words.words(of: row.pointee.words)
    let outcome = careful.decode(record, known: known, reading, at: place, &counts)
    switch outcome {
    case .message(let record, let said):
      if known == nil { words.note(row.pointee.words, said) }
      if row.pointee.flags & RowFlags.isUnusual == 0 { note(record, said, row) }
      return record
    case .rejected(let reason):
      rejected.append(RejectedRow(place: place, reason: reason))
      return nil
    case .noRow: return nil
    }
  }

  private static func record(
    _ row: UnsafePointer<row_keys>, _ records: RecordBatch
  ) -> Record? {
    records.record(
      at: Int(row.pointee.first_entry), fieldCount: Int(row.pointee.field_count),
      start: Int(row.pointee.start))
  }

  private mutating func note(
    _ record: MessageRecord, _ said: RowWords, _ row: UnsafePointer<row_keys>
  ) {
    let key = traitsKey(of: row, RowWordsMemo.Known(said))
    guard traits.traits(of: key) == nil else { return }
    traits.note(
      key, RowTraitsMemo.Known(traits: record.traits, messageClass: record.messageClass))
  }
}
