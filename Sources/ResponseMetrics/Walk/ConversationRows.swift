import MessageHistory

/// The rows of a conversation as the walk reads them, and what single ones of them decide.
///
/// Cells of rows are read where they stand: a row is longer than what is asked of it.
struct ConversationRows {
  let records: UnsafeBufferPointer<MessageRecord>
  let traits: TraitsView
  /// What any row's traits have: whether there is something to look for.
  let further: FurtherTraits

  /// Rows of a conversation, at least one, with what any of their traits have.
  @inline(__always)
  init(
    _ records: UnsafeBufferPointer<MessageRecord>, _ traits: TraitsView, further: FurtherTraits
  ) {
    self.records = records
    self.traits = traits
    self.further = further
  }

  /// All rows of a conversation.
  init(_ conversation: Conversation) {
    let marks = conversation.traitsView.marks
    self.init(
      conversation.records, conversation.traitsView,
      further: conversation.records.reduce(into: []) {
        $0.formUnion(marks[Int($1.traits)].further)
      })
  }

  @inline(__always)
  var count: Int { records.count }

  @inline(__always)
  func marks(_ row: Int) -> TraitMarks { traits.marks[Int(records[row].traits)] }

  /// The sender of a human outbound message.
  @inline(__always)
  func employee(_ row: Int) -> UInt32 { traits.employees[Int(records[row].traits)] }

  @inline(__always)
  func wholeTraits(_ row: Int) -> MessageTraits { traits.all[Int(records[row].traits)] }

  /// In milliseconds.
  @inline(__always)
  func instant(_ row: Int) -> Int64 { records[row].inlinedInstant }

  @inline(__always)
  func place(_ row: Int) -> Place { records[row].inlinedPlace }

  @inline(__always)
  func messageClass(_ row: Int) -> MessageClass { MessageClass(of: records[row]) }

  /// The newest status that a row sets; `none` where no row does.
  var status: ConversationStatus {
    @inline(__always) get {
      var row = count
      while row > 0 {
        row &-= 1
        let status = marks(row).statusSet
        if case .none = status {} else { return status }
      }
      return .none
    }
  }

  /// Instant of the first message, in either direction.
  var firstMessage: Instant? {
    @inline(__always) get {
      for row in 0..<count {
        switch messageClass(row) {
        case .inbound, .humanOutbound, .automatedOutbound: return Instant(at: instant(row))
        case .note, .event: break
        }
      }
      return nil
    }
  }

  /// Whether a message lies in a span.
  @inline(__always)
  func hasMessage(in span: InstantSpan) -> Bool {
    for row in 0..<count where span.contains(instant(row)) {
      switch messageClass(row) {
      case .inbound, .humanOutbound, .automatedOutbound: return true
      case .note, .event: break
      }
    }
    return false
  }

  // MARK: The contact

  /// The last key of the highest rank; without the name to show.
  var contact: ConversationOutline.ContactFact {
    @inline(__always) get {
      var contact = ConversationOutline.ContactFact()
      var strength = 0
      var row = count
      while row > 0, strength < ContactEvidence.Rank.greatestStrength {
        row &-= 1
        let rank = marks(row).contactRank
        if rank.strength > strength {
          strength = rank.strength
          contact.rank = rank
          contact.key = records[row].contact
          contact.keyPlace = place(row)
        }
      }
      return contact
    }
  }

  /// Finds the row with the name to show: the last contact_name, else the last inbound sender_name.
  @inline(never)
  func findName(_ contact: inout ConversationOutline.ContactFact) {
    for row in (0..<count).reversed() where marks(row).further.contains(.contactName) {
      if wholeTraits(row).contact.hasContactName {
        contact.namePlace = place(row)
        contact.isContactName = true
        return
      }
      if contact.namePlace == nil { contact.namePlace = place(row) }
    }
  }

  // MARK: What few rows have

  /// The newest rating; its employee is the sender of the last human outbound message up to it.
  var rating: ConversationOutline.RatingFact? {
    @inline(never) get {
      guard let rated = (0..<count).last(where: { marks($0).further.contains(.rating) })
      else { return nil }
      let reply = (0...rated).last {
        if case .humanOutbound = messageClass($0) { true } else { false }
      }
      return ConversationOutline.RatingFact(
        value: wholeTraits(rated).rating, instant: Instant(at: instant(rated)),
        employee: reply.map { employee($0) })
    }
  }

  /// Gives each opener the newest assignee at its instant: a later row of that instant may assign it.
  ///
  /// - Returns: the newest assignee of all, 0 for nobody.
  @inline(never)
  func assign(_ openers: UnsafeMutableBufferPointer<OpenerFact>) -> UInt32 {
    var assignee: UInt32 = 0
    var opener = 0
    for row in 0..<count {
      while opener < openers.count, openers[opener].instant.milliseconds < instant(row) {
        openers[opener].assignee = assignee
        opener += 1
      }
      let marks = marks(row)
      if case .unassigned = marks.event {
        assignee = 0
      } else if marks.further.contains(.assignee) {
        assignee = wholeTraits(row).assignee
      }
    }
    for opener in opener..<openers.count { openers[opener].assignee = assignee }
    return assignee
  }
}

extension MessageClass {
  /// The class of a row, without a call.
  @inline(__always)
  fileprivate init(of record: MessageRecord) {
    // The raw values are those that the compiler gives the cases too; were it otherwise, hardly a
    // test of this module would pass.
    self = unsafeBitCast(UInt8(truncatingIfNeeded: record.inlinedMoment & 7), to: MessageClass.self)
  }
}

extension ContactEvidence.Rank {
  fileprivate static var greatestStrength: Int { 4 }

  /// The raw value, without a call.
  @inline(__always)
  var strength: Int {
    switch self {
    case .none: 0
    case .senderName: 1
    case .contactName: 2
    case .senderID: 3
    case .contactID: 4
    }
  }
}
