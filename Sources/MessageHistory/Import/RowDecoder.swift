import CRowKeys
import DelimitedText

/// One worker's way from records to `MessageRecord`s: no text is kept, nothing is allocated a row.
///
/// What `RowKeyReader` makes of a row is looked up here: what its words say, and the traits of its
/// people. What is not known yet, and rows of unusual form, go to `CarefulRowDecoder`, so that both
/// ways make the same of a row.
struct RowDecoder: ~Copyable {
  private var reader: RowKeyReader
  private var words: RowWordsMemo
  private var traits: RowTraitsMemo
  private var careful: CarefulRowDecoder
  /// The records of a block.
  private let made = UnsafeMutablePointer<MessageRecord>.allocate(capacity: RowKeyReader.blockSize)
  /// The input begun last, by its ordinal.
  private var input: Int?
  /// Whether rows that a human of ours did not send may name an assignee.
  private var hasAssignee = false
  private(set) var counts = InputCounts()
  private(set) var rejected: [RejectedRow] = []

  init(tables: HistoryTables) {
    reader = RowKeyReader(hash: tables.hash)
    words = RowWordsMemo(hash: tables.hash)
    traits = RowTraitsMemo(hash: tables.hash)
    careful = CarefulRowDecoder(tables: tables)
  }

  deinit {
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
    hasAssignee = !reading.rowFields.assignees.spans.isEmpty
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
      let row = first + number
      let place = start.advanced(by: Int(row.pointee.start))
      if let slot = words.slot(of: row.pointee.words), isPlain(row, slot),
        let known = knownTraits(of: row, slot)
      {
        (made + count).initialize(
          to: record(row, slice: words[slot].slice, known, at: place))
        let isWhole = row.pointee.flags & RowFlags.ofWhole == RowFlags.ofWhole
        if isWhole || complete(made + count, row, words[slot].words, known, records, reading) {
          plainRows += 1
          tally &+= words[slot].tally
          count += 1
          continue
        }
      }
      if let record = decodeWithCare(row, records, reading, at: place) {
        (made + count).initialize(to: record)
        count += 1
      }
    }
    counts.add(plainRows: plainRows, tally: tally)
    return count
  }

  /// Whether nothing is to be asked of a row but who sent it.
  @inline(always)
  private func isPlain(_ row: UnsafePointer<row_keys>, _ slot: Int) -> Bool {
    row.pointee.flags & RowFlags.isUnusual == 0 && words[slot].isPlain
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
    _ said: RowWords, _ known: RowTraitsMemo.Known, _ records: RecordBatch, _ reading: RowReading
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
    if flags & RowFlags.hasMessage == 0, let whole = Self.record(row, records) {
      record.pointee.identity = careful.identity(
        ofWhole: whole, said, reading, instant: record.pointee.instant)
    }
    return true
  }

  // MARK: Traits

  @inline(always)
  private mutating func knownTraits(
    of row: UnsafePointer<row_keys>, _ slot: Int
  ) -> RowTraitsMemo.Known? {
    let messageClass = words[slot].messageClass
    let evidence = Self.evidence(of: row, isInbound: messageClass == .inbound)
    let namesPeople = words[slot].namesSender || hasAssignee
    if !namesPeople, words[slot].evidence == evidence {
      return RowTraitsMemo.Known(traits: words[slot].traits, messageClass: messageClass)
    }
    let known = traits.traits(
      of: traitsKey(row, areSenders: words[slot].namesSender, evidence: evidence))
    if !namesPeople, let known {
      words[slot].traits = known.traits
      words[slot].evidence = evidence
    }
    return known
  }

  /// What a row shows of its contact, of which its traits tell something.
  @inline(always)
  private static func evidence(of row: UnsafePointer<row_keys>, isInbound: Bool) -> UInt64 {
    let shown = isInbound ? RowFlags.ofInboundContact : RowFlags.ofContact
    return UInt64(row.pointee.flags & shown)
  }

  @inline(always)
  private mutating func traitsKey(
    _ row: UnsafePointer<row_keys>, areSenders: Bool, evidence: UInt64
  ) -> row_hash {
    let people = reader.people(of: row, areSenders: areSenders)
    let words = row.pointee.words
    return reader.secrets.extended(
      row_hash(low: words.low &+ people.low, high: words.high &+ people.high), by: evidence,
      reader.secrets[.evidence])
  }

  // MARK: Care

  /// Reads a row cell by cell, and notes what it teaches; nil where it is no message.
  @inline(never)
  private mutating func decodeWithCare(
    _ row: UnsafePointer<row_keys>, _ records: RecordBatch, _ reading: RowReading, at place: Place
  ) -> MessageRecord? {
    guard let record = Self.record(row, records) else { return nil }
    let slot = words.slot(of: row.pointee.words)
    let outcome = careful.decode(
      record, known: slot.map { words[$0].words }, reading, at: place, &counts)
    switch outcome {
    case .message(let record, let said):
      if slot == nil { words.note(row.pointee.words, said) }
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
    let evidence = Self.evidence(of: row, isInbound: said.messageClass == .inbound)
    let key = traitsKey(
      row, areSenders: said.messageClass == .humanOutbound, evidence: evidence)
    guard traits.traits(of: key) == nil else { return }
    traits.note(
      key, RowTraitsMemo.Known(traits: record.traits, messageClass: record.messageClass))
  }
}
