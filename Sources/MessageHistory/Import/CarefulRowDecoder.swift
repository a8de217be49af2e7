import CRowKeys
import DelimitedText

/// A worker's way from any record to a `MessageRecord`, cell by cell: no text is kept.
///
/// `RowDecoder` asks it for rows that are not of the usual form, and for what it has not met yet.
struct CarefulRowDecoder: ~Copyable {
  /// What a record turned out to be.
  enum Outcome {
    /// With what its words say, and whom it names.
    case message(MessageRecord, RowWords, RowPeople)
    case rejected(RejectReason)
    /// Nothing but blank cells, or the header once more: no row at all.
    case noRow
  }

  private let hash: KeyedHash
  private let secrets: RowSecrets
  private var keys = KeyCells()
  private var words: WordMemo
  private var slices: SliceCache
  private var people: PeopleMemo
  private var traits: TraitsCache
  private var scratch = ByteScratch()

  init(tables: HistoryTables, kernel: row_hash_kernel = RowSecrets.bestKernel) {
    hash = tables.hash
    secrets = RowSecrets(hash: tables.hash, kernel: kernel)
    words = WordMemo(hash: tables.hash)
    slices = SliceCache(table: tables.slices, hash: tables.hash)
    people = PeopleMemo(tables: tables)
    traits = TraitsCache(table: tables.traits, hash: tables.hash)
  }

  /// Goes on with the rows of another input.
  mutating func begin(_ reading: RowReading) {
    keys.begin(reading.fields)
    words.begin(reading.vocabulary)
  }

  /// Reads a record of the input begun last, and counts what was met.
  ///
  /// - Parameters:
  ///   - record: the record.
  ///   - known: what its words say, if that is known.
  ///   - reading: how the input is read.
  ///   - place: where the record begins.
  ///   - counts: gets what was met.
  /// - Returns: what the record turned out to be.
  mutating func decode(
    _ record: Record, known: RowWords?, _ reading: RowReading, at place: Place,
    _ counts: inout InputCounts
  ) -> Outcome {
    keys.locate(in: record)
    switch read(record, known, reading, at: place, &counts) {
    case .row(let said, let instant):
      return message(record, said, reading, instant: instant, place: place)
    case .rejected(let reason):
      counts.rejectedByReason[Int(reason.rawValue)] += 1
      return .rejected(reason)
    case .noRow: return .noRow
    }
  }

  // MARK: Words and moment

  /// What a record is, before anything else is asked.
  private enum Reading {
    case row(RowWords, Instant)
    case rejected(RejectReason)
    case noRow
  }

  /// Reads the words and the moment of any row, and counts what was met.
  private mutating func read(
    _ record: Record, _ known: RowWords?, _ reading: RowReading, at place: Place,
    _ counts: inout InputCounts
  ) -> Reading {
    scratch.reset()
    if keys[.conversationID].isEmpty, record.isBlank { return .noRow }
    let timestamp = reading.timestamps.parse(
      keys[.timestamp].bytes, at: place, &counts.timestamps)
    // A header has no time, so that other rows need not be compared with it.
    if timestamp == nil, reading.isHeader(record, &scratch) { return .noRow }
    let cells = RowCells(record, fields: reading.fields)
    var said = known ?? words(of: cells, reading)
    counts.rowsRead += 1
    if timestamp != nil { counts.usableTimestamps += 1 }
    if said.direction != .none { counts.directionsKnown += 1 }
    if said.needsDirection { counts.directionsNeeded += 1 }
    guard !keys[.conversationID].isEmpty else { return .rejected(.noConversationID) }
    guard let timestamp else { return .rejected(.badTimestamp) }
    if said.lacksDirection {
      counts.unknownDirections.note(cells.trimmed(.direction, &scratch))
      return .rejected(.badDirection)
    }
    count(said.unknown, cells, &counts)
    counts.note(timestamp.reading)
    if known == nil {
      said.slice = slices.index(
        page: cells.trimmed(.page, &scratch), channel: cells.trimmed(.channel, &scratch))
    }
    return .row(said, timestamp.instant)
  }

  /// What a row says whose words together are not known yet; without its slice.
  private mutating func words(of cells: RowCells, _ reading: RowReading) -> RowWords {
    let direction = words.direction(cells.trimmed(.direction, &scratch))
    let kind = words.kind(cells.trimmed(.kind, &scratch))
    let marked = reading.marks.map { $0.kind(kind, of: cells, &scratch) } ?? kind
    var said = RowWords(kind: marked, direction: direction)
    let status = cells.trimmed(.status, &scratch)
    if !status.isEmpty {
      said.status = words.status(status)
      if said.status == .none { said.unknown.insert(.status) }
    }
    let rating = cells.trimmed(.rating, &scratch)
    if !rating.isEmpty {
      said.rating = words.rating(rating)
      if !said.rating.isGiven { said.unknown.insert(.rating) }
    }
    let tag = cells.trimmed(.tag, &scratch)
    if !tag.isEmpty { said.tag = words.tag(tag) }
    return said
  }

  private mutating func count(
    _ unknown: RowWords.Unknown, _ cells: RowCells, _ counts: inout InputCounts
  ) {
    if unknown.contains(.kind) {
      counts.unknownKind += 1
      counts.unknownKinds.note(cells.trimmed(.kind, &scratch))
    }
    if unknown.contains(.status) {
      counts.unknownStatus += 1
      counts.unknownStatuses.note(cells.trimmed(.status, &scratch))
    }
    if unknown.contains(.rating) { counts.unknownRating += 1 }
  }

  // MARK: The record

  private mutating func message(
    _ record: Record, _ said: RowWords, _ reading: RowReading, instant: Instant, place: Place
  ) -> Outcome {
    let conversation = secrets.hash(
      secrets.hash(of: keys[.conversationID].bytes, .conversation), slice: said.slice)
    var named = RowPeople()
    if said.messageClass == .humanOutbound { readSender(into: &named) }
    let assignee = keys[.assignee]
    if !assignee.isEmpty { named.assignee = people.employee(assignee.bytes) }
    let contact = readContact(into: &named, isInbound: said.messageClass == .inbound)
    let traits = MessageTraits(said, named)
    let message = MessageRecord(
      conversation: conversation.high,
      conversationTail: UInt8(truncatingIfNeeded: conversation.low),
      traits: self.traits.index(of: traits, said, named), instant: instant,
      messageClass: traits.messageClass, place: place,
      identity: identity(record, said, reading, instant: instant), contact: contact)
    return .message(message, said, named)
  }

  private mutating func readSender(into named: inout RowPeople) {
    let id = keys.senderID(.outbound)
    let name = keys.senderName(.outbound)
    if people.knowsAutomation, people.isAutomation(id.bytes) || people.isAutomation(name.bytes) {
      named.isMachine = true
      return
    }
    let key = id.isEmpty ? name : id
    if !key.isEmpty { named.employee = people.employee(key.bytes) }
    if !name.isEmpty { named.senderName = people.name(name.bytes) }
  }

  /// Notes what the row says of the contact, and returns the hash of its strongest key.
  private func readContact(into named: inout RowPeople, isInbound: Bool) -> UInt64 {
    let name = keys[.contactName]
    let hasSenderName = isInbound && !keys.senderName(.inbound).isEmpty
    named.contact.hasContactName = !name.isEmpty
    named.contact.hasSenderName = hasSenderName
    var key = keys[.contactID]
    if !key.isEmpty {
      named.contact.rank = .contactID
    } else if isInbound, !keys.senderID(.inbound).isEmpty {
      named.contact.rank = .senderID
      key = keys.senderID(.inbound)
    } else if !name.isEmpty {
      named.contact.rank = .contactName
      key = name
    } else if hasSenderName {
      named.contact.rank = .senderName
      key = keys.senderName(.inbound)
    } else {
      return 0
    }
    return secrets.hash(of: key.bytes, .contact).low
  }

  /// Hash of the message id, else of all that two rows are compared by; the lowest bit tells
  /// which.
  private mutating func identity(
    _ record: Record, _ said: RowWords, _ reading: RowReading, instant: Instant
  ) -> UInt64 {
    let id = keys[.messageID]
    if !id.isEmpty { return secrets.hash(of: id.bytes, .message).low | 1 }
    return wholeRow(record, said, reading, instant: instant) & ~1
  }

  /// The identity of a record of the input begun last that has no message id.
  mutating func identity(
    ofWhole record: Record, _ said: RowWords, _ reading: RowReading, instant: Instant
  ) -> UInt64 {
    keys.locate(in: record)
    return wholeRow(record, said, reading, instant: instant) & ~1
  }

  private mutating func wholeRow(
    _ record: Record, _ said: RowWords, _ reading: RowReading, instant: Instant
  ) -> UInt64 {
    scratch.reset()
    let cells = RowCells(record, fields: reading.fields)
    var whole = RowHash(hash: hash)
    whole.combine(UInt64(bitPattern: instant.milliseconds))
    whole.combine(
      UInt64(said.direction.rawValue) | UInt64(said.status.rawValue) << 8
        | UInt64(said.rating.millionths) << 16)
    whole.combineLowercased(cells.trimmed(.kind, &scratch), emptyAs: "human")
    whole.combine(keys.senderID(said.direction).bytes)
    whole.combine(keys.senderName(said.direction).bytes)
    whole.combine(keys[.contactID].bytes)
    whole.combine(keys[.contactName].bytes)
    whole.combine(keys[.assignee].bytes)
    whole.combineLowercased(cells.trimmed(.tag, &scratch), emptyAs: "")
    whole.combine(cells.whole(.text, &scratch))
    return whole.value
  }
}
