import CRowKeys
import DelimitedText

/// One worker's way from records to `MessageRecord`s: no text is kept, nothing is allocated a row.
///
/// What `RowKeyReader` makes of a row is looked up here: what its words say, whom it names, and the
/// traits of both together. What is not known yet, and rows of unusual form, go to
/// `CarefulRowDecoder`, so that both ways make the same of a row.
struct RowDecoder: ~Copyable {
  private let tables: HistoryTables
  private var reader: RowKeyReader
  private var words: RowWordsMemo
  private var people: RowPeopleMemo
  private var traits = RowTraitsMemo()
  private var careful: CarefulRowDecoder
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
    people = RowPeopleMemo(hash: tables.hash)
    careful = CarefulRowDecoder(tables: tables, kernel: kernel)
    self.tables = tables
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
  ///   - input: its ordinal.
  ///   - reading: how that input is read.
  ///   - start: where the batch begins.
  ///   - kept: gets what was decoded.
  mutating func decode(
    _ records: RecordBatch, ofInput input: Int, by reading: RowReading, from start: Place,
    into kept: PartitionedRecords
  ) {
    begin(input, reading)
    reader.begin(records)
    while true {
      let block = reader.next()
      if block.isEmpty { return }
      decode(block, records, reading, from: start, into: kept)
    }
  }

  private mutating func begin(_ input: Int, _ reading: RowReading) {
    guard self.input != input else { return }
    self.input = input
    forget()
    reader.begin(reading.rowFields)
    careful.begin(reading)
  }

  private mutating func forget() {
    words.removeAll()
    people.removeAll()
    traits.removeAll()
  }

  private mutating func decode(
    _ block: UnsafeBufferPointer<row_keys>, _ records: RecordBatch, _ reading: RowReading,
    from start: Place, into kept: PartitionedRecords
  ) {
    guard let first = block.baseAddress else { return }
    var number = 0
    while true {
      number += decodePlainRows(
        first + number, count: block.count - number, from: start, into: kept)
      if number == block.count { return }
      if let record = decodeOtherRow(first + number, records, reading, from: start) {
        kept.append(record)
      }
      number += 1
    }
  }

  /// Decodes rows as far as all is known of them that is asked, and counts them; returns how many.
  ///
  /// By itself: what other rows take would keep it from the registers.
  @inline(never)
  private mutating func decodePlainRows(
    _ first: UnsafePointer<row_keys>, count: Int, from start: Place, into kept: PartitionedRecords
  ) -> Int {
    let (words, people, traits) = (words.lookUp, people.lookUp, traits.lookUp)
    let (evidence, slices) = (
      reader.secrets.extending(.evidence), reader.secrets.extending(.slice)
    )
    var tally: UInt64 = 0
    var number = 0
    while number < count {
      let row = first + number
      guard row.pointee.flags & RowFlags.ofPlain == RowFlags.ofWhole,
        let said = words.value(of: RowKey(row.pointee.words)), said.isPlain,
        let named = people.value(of: said.people(of: row, evidence))
      else { break }
      let known = traits[said, named]
      if known.isNone { break }
      let record = Self.record(row, said.slice, known, slices, from: start)
      kept.append(record)
      times.add(record.moment, said.slice)
      tally &+= said.tally
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
      conversationTail: UInt8(truncatingIfNeeded: conversation.low), traits: known.traits,
      moment: known.moment(milliseconds: row.pointee.milliseconds),
      place: start.advanced(by: Int(row.pointee.start)), identity: row.pointee.message | 1,
      contact: row.pointee.contact)
  }

  /// Decodes a row of which something is not known, or has to be asked; nil where it is no message.
  @inline(never)
  private mutating func decodeOtherRow(
    _ row: UnsafePointer<row_keys>, _ records: RecordBatch, _ reading: RowReading,
    from start: Place
  ) -> MessageRecord? {
    let said = words.lookUp.value(of: RowKey(row.pointee.words))
    let known = said.map { words[$0] }
    if let said, let known, said.isPlain, row.pointee.flags & RowFlags.isUnusual == 0,
      let traits = traits(of: row, said)
    {
      var record = Self.record(
        row, said.slice, traits, reader.secrets.extending(.slice), from: start)
      if complete(&record, row, traits, known, records, reading) {
        counts.add(plainRows: 1, tally: said.tally)
        times.add(record.moment, said.slice)
        return record
      }
    }
    return decodeWithCare(
      row, known, records, reading, at: start.advanced(by: Int(row.pointee.start)))
  }

  /// The traits of a row of known words, which are noted where its people were met with other words;
  /// nil where the people are not known, or there is no room for such traits.
  private mutating func traits(
    of row: UnsafePointer<row_keys>, _ said: RowWordsMemo.Known
  ) -> RowTraitsMemo.Known? {
    let key = said.people(of: row, reader.secrets.extending(.evidence))
    guard let named = people.lookUp.value(of: key) else { return nil }
    if traits.lookUp[said, named].isNone {
      let words = tables.traits.number(of: words[said])
      traits.note(
        words: said.number, people: named,
        stretch: tables.traits.stretch(words: words, people: named))
    }
    let known = traits.lookUp[said, named]
    return known.isNone ? nil : known
  }

  /// Fills in what a row does not have as numbers: the instant of a naive time, another contact's
  /// key, or the hash of the whole row in the place of a message id.
  ///
  /// - Returns: false, with nothing counted, where a cell has to be read with care.
  private mutating func complete(
    _ record: inout MessageRecord, _ row: UnsafePointer<row_keys>,
    _ known: RowTraitsMemo.Known, _ said: RowWords, _ records: RecordBatch,
    _ reading: RowReading
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
    if flags & RowFlags.hasMessage == 0, let whole = Self.record(row, records) {
      record.identity = careful.identity(
        ofWhole: whole, said, reading, instant: record.instant)
    }
    return true
  }

  // MARK: Care

  /// Reads a row cell by cell, and notes what it teaches; nil where it is no message.
  private mutating func decodeWithCare(
    _ row: UnsafePointer<row_keys>, _ known: RowWords?, _ records: RecordBatch,
    _ reading: RowReading, at place: Place
  ) -> MessageRecord? {
    guard let record = Self.record(row, records) else { return nil }
    switch careful.decode(record, known: known, reading, at: place, &counts) {
    case .message(let record, let words, let people):
      times.expect(words.slice)
      times.add(record.moment, words.slice)
      note(words, people, row)
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

  /// Notes what a row's words say and whom it names, where either was not known.
  private mutating func note(
    _ words: RowWords, _ named: RowPeople, _ row: UnsafePointer<row_keys>
  ) {
    let said = self.words.lookUp.value(of: RowKey(row.pointee.words)) ?? note(words, row)
    guard let said, row.pointee.flags & RowFlags.isUnusual == 0
    else { return }
    let key = said.people(of: row, reader.secrets.extending(.evidence))
    if people.lookUp.value(of: key) != nil { return }
    let number = tables.traits.number(of: named)
    guard RowTraitsMemo.canHold(number) else { return }
    if people.isFull || !traits.makeRoom(words: self.words.count, people: number) {
      return forget()
    }
    people.note(key, number)
  }

  /// Notes what words say; nil where so much was known that all is forgotten.
  private mutating func note(
    _ words: RowWords, _ row: UnsafePointer<row_keys>
  ) -> RowWordsMemo.Known? {
    if self.words.isFull || !traits.makeRoom(words: self.words.count + 1) {
      forget()
      return nil
    }
    return self.words.note(row.pointee.words, words)
  }
}
