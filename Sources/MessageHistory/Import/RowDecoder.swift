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
    var traitsKey = RowTraitsMemo.Key.vacant
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
  private var times = DecodedTimes()
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

  /// From when to when all of the records are, by the slices that were seen.
  var recordTimes: RecordTimes { times.times }

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
    let (words, traits, rows) = (words.lookUp, traits.lookUp, rows)
    let evidence = reader.secrets.extending(.evidence)
    for number in 0..<block.count {
      let row = first + number
      guard let known = words.value(of: RowKey(row.pointee.words)) else {
        rows[number].isPlain = false
        continue
      }
      let key = Self.traitsKey(of: row, known, evidence)
      traits.prefetch(key)
      rows[number] = Row(
        traitsKey: key, tally: known.tally, slice: known.slice,
        isPlain: row.pointee.flags & RowFlags.isUnusual == 0 && known.isPlain)
    }
  }

  @inline(always)
  private static func traitsKey(
    of row: UnsafePointer<row_keys>, _ known: RowWordsMemo.Known,
    _ evidence: RowSecrets.Extension
  ) -> RowTraitsMemo.Key {
    let words = row.pointee.words
    let people = known.namesSender ? row.pointee.senders : row.pointee.assignees
    return RowTraitsMemo.Key(
      evidence(
        row_hash(low: words.low &+ people.low, high: words.high &+ people.high),
        by: UInt64(row.pointee.flags & known.evidence)))
  }

  /// Decodes a block into `made`, and returns how many records that makes.
  private mutating func decode(
    _ block: UnsafeBufferPointer<row_keys>, _ records: RecordBatch, _ reading: RowReading,
    from start: Place
  ) -> Int {
    guard let first = block.baseAddress else { return 0 }
    var count = 0
    var number = 0
    while true {
      let plain = decodePlainRows(
        first + number, count: block.count - number, rows + number, into: made + count,
        from: start)
      number += plain
      count += plain
      if number == block.count { return count }
      let keys = first + number
      if let record = decodeOtherRow(keys, rows[number], records, reading, from: start) {
        (made + count).initialize(to: record)
        count += 1
      }
      number += 1
    }
  }

  /// Decodes rows as far as all is known of them that is asked, and counts them; returns how many.
  ///
  /// By itself, so that all of it stays in registers.
  @inline(never)
  private mutating func decodePlainRows(
    _ first: UnsafePointer<row_keys>, count: Int, _ rows: UnsafePointer<Row>,
    into made: UnsafeMutablePointer<MessageRecord>, from start: Place
  ) -> Int {
    let traits = traits.lookUp
    let slices = reader.secrets.extending(.slice)
    var tally: UInt64 = 0
    var number = 0
    while number < count {
      let (keys, row) = (first + number, rows + number)
      guard row.pointee.isPlain, keys.pointee.flags & RowFlags.ofWhole == RowFlags.ofWhole,
        let known = traits.value(of: row.pointee.traitsKey)
      else { break }
      let record = Self.record(keys, row.pointee.slice, known, slices, from: start)
      (made + number).initialize(to: record)
      times.add(record.moment, row.pointee.slice)
      tally &+= row.pointee.tally
      number &+= 1
    }
    counts.add(plainRows: number, tally: tally)
    return number
  }

  @inline(always)
  private static func record(
    _ row: UnsafePointer<row_keys>, _ slice: UInt32, _ known: RowTraitsMemo.Known,
    _ slices: RowSecrets.Extension, from start: Place
  ) -> MessageRecord {
    let conversation = slices(row.pointee.conversation, by: UInt64(slice))
    return MessageRecord(
      conversation: conversation.high,
      conversationTail: UInt32(truncatingIfNeeded: conversation.low), traits: known.traits,
      instant: Instant(milliseconds: row.pointee.milliseconds), messageClass: known.messageClass,
      place: start.advanced(by: Int(row.pointee.start)), identity: row.pointee.message | 1,
      contact: row.pointee.contact)
  }

  /// Decodes a row of which something is not known, or has to be asked; nil where it is no message.
  @inline(never)
  private mutating func decodeOtherRow(
    _ keys: UnsafePointer<row_keys>, _ row: Row, _ records: RecordBatch, _ reading: RowReading,
    from start: Place
  ) -> MessageRecord? {
    if row.isPlain, let known = traits.traits(of: row.traitsKey) {
      var record = Self.record(
        keys, row.slice, known, reader.secrets.extending(.slice), from: start)
      if complete(&record, keys, known, records, reading) {
        counts.add(plainRows: 1, tally: row.tally)
        times.add(record.moment, row.slice)
        return record
      }
    }
    return decodeWithCare(
      keys, records, reading, at: start.advanced(by: Int(keys.pointee.start)))
  }

  /// Fills in what a row does not have as numbers: the instant of a naive time, another contact's
  /// key, or the hash of the whole row in the place of a message id.
  ///
  /// - Returns: false, with nothing counted, where a cell has to be read with care.
  private mutating func complete(
    _ record: inout MessageRecord, _ row: UnsafePointer<row_keys>,
    _ known: RowTraitsMemo.Known, _ records: RecordBatch, _ reading: RowReading
  ) -> Bool {
    let flags = row.pointee.flags
    if flags & RowFlags.hasContact == 0 {
      let isInbound = known.messageClass == .inbound
      guard let contact = reader.weakerContact(of: row, isInbound: isInbound) else { return false }
      record.contact = contact
    }
    if flags & RowFlags.hasMoment == 0 {
      let moment = ParsedTimestamp(
        reading.timestamps.clock.resolve(localMilliseconds: row.pointee.milliseconds))
      counts.note(moment.reading)
      record.set(moment.instant, known.messageClass)
    }
    if flags & RowFlags.hasMessage == 0, let said = words.words(of: row.pointee.words),
      let whole = Self.record(row, records)
    {
      record.identity = careful.identity(
        ofWhole: whole, said, reading, instant: record.instant)
    }
    return true
  }

  // MARK: Care

  /// Reads a row cell by cell, and notes what it teaches; nil where it is no message.
  private mutating func decodeWithCare(
    _ row: UnsafePointer<row_keys>, _ records: RecordBatch, _ reading: RowReading, at place: Place
  ) -> MessageRecord? {
    guard let record = Self.record(row, records) else { return nil }
    let known = words.words(of: row.pointee.words)
    let outcome = careful.decode(record, known: known, reading, at: place, &counts)
    switch outcome {
    case .message(let record, let said):
      times.expect(said.slice)
      times.add(record.moment, said.slice)
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
    let key = Self.traitsKey(
      of: row, RowWordsMemo.Known(said), reader.secrets.extending(.evidence))
    guard traits.traits(of: key) == nil,
      let known = RowTraitsMemo.Known(traits: record.traits, messageClass: record.messageClass)
    else { return }
    traits.note(key, known)
  }
}
