import DelimitedText

/// One worker's way from a record to a `MessageRecord`: no text is kept, nothing is allocated.
struct RowDecoder: ~Copyable {
  /// What a record turned out to be.
  enum Outcome {
    case message(MessageRecord)
    case rejected(RejectReason)
    /// Nothing but blank cells, or the header once more: no row at all.
    case noRow
  }

  private let hash: KeyedHash
  private var words: WordMemos
  private var slices: SliceCache
  private var people: PeopleMemos
  private var traits: TraitsCache
  private var scratch = ByteScratch()
  private(set) var counts = InputCounts()

  init(tables: HistoryTables) {
    hash = tables.hash
    words = WordMemos(hash: tables.hash, vocabulary: .general)
    slices = SliceCache(table: tables.slices, hash: tables.hash)
    people = PeopleMemos(tables: tables)
    traits = TraitsCache(table: tables.traits, hash: tables.hash)
  }

  /// Hands out the counts since the last call and begins anew.
  mutating func takeCounts() -> InputCounts {
    defer { counts = InputCounts() }
    return counts
  }

  /// Calls `body` with the place of each record and what it turned out to be.
  ///
  /// - Parameters:
  ///   - records: of one input.
  ///   - reading: how that input is read.
  ///   - start: where the batch begins.
  ///   - body: what to do with an outcome.
  @inline(__always)
  mutating func decode(
    _ records: RecordBatch, by reading: RowReading, from start: Place,
    _ body: (Place, Outcome) -> Void
  ) {
    words.begin(reading.vocabulary)
    let fields = reading.fields
    for record in records {
      let place = start.advanced(by: record.start)
      body(place, decode(record, RowCells(record, fields: fields), reading, at: place))
    }
  }

  @inline(__always)
  private mutating func decode(
    _ record: Record, _ cells: RowCells, _ reading: RowReading, at place: Place
  ) -> Outcome {
    scratch.reset()
    let conversationID = cells.trimmed(.conversationID, &scratch)
    if conversationID.isEmpty, record.isBlank { return .noRow }
    let timestamp = reading.timestamps.parse(
      cells.trimmed(.timestamp, &scratch), at: place, &counts.timestamps)
    // A header has no time, so that other rows need not be compared with it.
    if timestamp == nil, reading.isHeader(record, &scratch) { return .noRow }
    counts.rowsRead += 1
    if timestamp != nil { counts.usableTimestamps += 1 }
    let nature = nature(of: cells, reading)
    guard !conversationID.isEmpty else { return reject(.noConversationID) }
    guard let timestamp else { return reject(.badTimestamp) }
    guard let nature else {
      counts.unknownDirections.note(cells.trimmed(.direction, &scratch))
      return reject(.badDirection)
    }
    if nature.isKindUnknown {
      counts.unknownKind += 1
      counts.unknownKinds.note(cells.trimmed(.kind, &scratch))
    }
    count(timestamp.reading)
    return .message(
      message(
        cells, nature: nature, instant: timestamp.instant,
        conversationID: conversationID, place: place))
  }

  private mutating func reject(_ reason: RejectReason) -> Outcome {
    counts.rejectedByReason[Int(reason.rawValue)] += 1
    return .rejected(reason)
  }

  private mutating func count(_ reading: ParsedTimestamp.Reading) {
    switch reading {
    case .absolute: return
    case .unique: break
    case .inGap: counts.timesInGap += 1
    case .ambiguous: counts.timesAmbiguous += 1
    }
    counts.naiveTimes += 1
  }

  // MARK: Kind and direction

  /// Kind and direction together: what the row is.
  private struct Nature {
    var kind: MessageKind
    var direction: Direction
    var isKindUnknown: Bool
  }

  /// Nil where the row is neither a note nor an event and its direction is not known.
  @inline(__always)
  private mutating func nature(of cells: RowCells, _ reading: RowReading) -> Nature? {
    let direction = words.direction(cells.trimmed(.direction, &scratch))
    let known = reading.marking(
      words.kind(cells.trimmed(.kind, &scratch)), of: cells, &scratch)
    let kind = known ?? (direction == .none ? .event(.other) : .human)
    if direction != .none { counts.directionsKnown += 1 }
    switch kind {
    case .note, .event:
      // Of an unknown kind nobody knows whether it needs a direction: a file of such rows alone
      // is more likely one of messages than one of events.
      if known == nil { counts.directionsNeeded += 1 }
    case .human, .automated:
      counts.directionsNeeded += 1
      guard direction != .none else { return nil }
    }
    return Nature(kind: kind, direction: direction, isKindUnknown: known == nil)
  }

  @inline(__always)
  private mutating func messageClass(_ nature: Nature, _ cells: RowCells) -> MessageClass {
    switch nature.kind {
    case .note: return .note
    case .event: return .event
    case .human where nature.direction == .inbound, .automated where nature.direction == .inbound:
      return .inbound
    case .automated: return .automatedOutbound
    case .human: return isSentByAutomation(cells) ? .automatedOutbound : .humanOutbound
    }
  }

  @inline(__always)
  private mutating func isSentByAutomation(_ cells: RowCells) -> Bool {
    guard people.knowsAutomation else { return false }
    return people.isAutomation(cells.senderID(.outbound, &scratch))
      || people.isAutomation(cells.senderName(.outbound, &scratch))
  }

  // MARK: The record

  @inline(__always)
  private mutating func message(
    _ cells: RowCells, nature: Nature, instant: Instant,
    conversationID: UnsafeRawBufferPointer, place: Place
  ) -> MessageRecord {
    let slice = slices.index(
      page: cells.trimmed(.page, &scratch), channel: cells.trimmed(.channel, &scratch))
    let conversation = hash.hash128(conversationID, domain: HashDomain.conversation(slice))
    var traits = MessageTraits(slice: slice, messageClass: messageClass(nature, cells))
    if case .event(let event) = nature.kind { traits.event = event }
    readState(cells, into: &traits)
    readSender(cells, into: &traits)
    let contact = readContact(cells, nature.direction, into: &traits)
    let identity = identity(cells, nature, traits: traits, instant: instant)
    return MessageRecord(
      conversation: conversation.high,
      conversationTail: UInt32(truncatingIfNeeded: conversation.low),
      traits: self.traits.index(of: traits), instant: instant,
      messageClass: traits.messageClass, place: place, identity: identity, contact: contact)
  }

  @inline(__always)
  private mutating func readState(_ cells: RowCells, into traits: inout MessageTraits) {
    let status = cells.trimmed(.status, &scratch)
    if !status.isEmpty {
      traits.status = words.status(status)
      if traits.status == .none {
        counts.unknownStatus += 1
        counts.unknownStatuses.note(status)
      }
    }
    let rating = cells.trimmed(.rating, &scratch)
    if !rating.isEmpty {
      traits.rating = words.rating(rating)
      if !traits.rating.isGiven { counts.unknownRating += 1 }
    }
    let assignee = cells.trimmed(.assignee, &scratch)
    if !assignee.isEmpty {
      traits.assignee = people.employee(assignee)
    }
    let tag = cells.trimmed(.tag, &scratch)
    if !tag.isEmpty { traits.tag = words.tag(tag) }
  }

  @inline(__always)
  private mutating func readSender(_ cells: RowCells, into traits: inout MessageTraits) {
    guard traits.messageClass == .humanOutbound else { return }
    let id = cells.senderID(.outbound, &scratch)
    let name = cells.senderName(.outbound, &scratch)
    let key = id.isEmpty ? name : id
    if !key.isEmpty {
      traits.employee = people.employee(key)
    }
    if !name.isEmpty {
      traits.senderName = people.name(name)
    }
  }

  /// Notes what the row says of the contact, and returns the hash of its strongest key.
  @inline(__always)
  private mutating func readContact(
    _ cells: RowCells, _ direction: Direction, into traits: inout MessageTraits
  ) -> UInt64 {
    let isInbound = traits.messageClass == .inbound
    let id = cells.trimmed(.contactID, &scratch)
    let name = cells.trimmed(.contactName, &scratch)
    let senderID = isInbound ? cells.senderID(.inbound, &scratch) : .empty
    let senderName = isInbound ? cells.senderName(.inbound, &scratch) : .empty
    traits.contact.hasContactName = !name.isEmpty
    traits.contact.hasSenderName = !senderName.isEmpty
    let (rank, key): (ContactEvidence.Rank, UnsafeRawBufferPointer) =
      if !id.isEmpty {
        (.contactID, id)
      } else if !senderID.isEmpty {
        (.senderID, senderID)
      } else if !name.isEmpty {
        (.contactName, name)
      } else {
        (senderName.isEmpty ? .none : .senderName, senderName)
      }
    traits.contact.rank = rank
    return rank == .none ? 0 : hash.hash64(key, domain: HashDomain.contact)
  }

  /// Hash of the message id, else of all that two rows are compared by; the lowest bit tells
  /// which.
  @inline(__always)
  private mutating func identity(
    _ cells: RowCells, _ nature: Nature, traits: MessageTraits, instant: Instant
  ) -> UInt64 {
    let id = cells.trimmed(.messageID, &scratch)
    if !id.isEmpty { return hash.hash64(id, domain: HashDomain.messageID) | 1 }
    var whole = RowHash(hash: hash)
    whole.combine(UInt64(bitPattern: instant.milliseconds))
    whole.combine(
      UInt64(nature.direction.rawValue) | UInt64(traits.status.rawValue) << 8
        | UInt64(traits.rating.millionths) << 16)
    whole.combineLowercased(cells.trimmed(.kind, &scratch), emptyAs: "human")
    whole.combine(cells.senderID(nature.direction, &scratch))
    whole.combine(cells.senderName(nature.direction, &scratch))
    whole.combine(cells.trimmed(.contactID, &scratch))
    whole.combine(cells.trimmed(.contactName, &scratch))
    whole.combine(cells.trimmed(.assignee, &scratch))
    whole.combineLowercased(cells.trimmed(.tag, &scratch), emptyAs: "")
    whole.combine(cells.whole(.text, &scratch))
    return whole.value & ~1
  }
}

extension UnsafeRawBufferPointer {
  /// No bytes at all.
  static var empty: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }
}
