import MessageHistory

/// Looks for what single rows of a conversation decide.
struct ConversationRows {
  private let records: UnsafeBufferPointer<MessageRecord>
  private let allTraits: UnsafeBufferPointer<MessageTraits>

  init(_ conversation: Conversation) {
    records = conversation.records
    allTraits = conversation.traits
  }

  @inline(__always)
  func traits(_ row: Int) -> MessageTraits { allTraits[Int(records[row].traits)] }

  @inline(__always)
  private func instant(_ row: Int) -> Instant { Instant(at: records[row].moment >> 3) }

  /// The newest status: a row's own, else what its event means; `none` where no row has one.
  var status: ConversationStatus {
    @inline(__always) get {
      var row = records.count
      while row > 0 {
        row &-= 1
        let traits = traits(row)
        if case .none = traits.status {} else { return traits.status }
        switch traits.event {
        case .closed: return .done
        case .reopened: return .open
        case .unassigned, .other: break
        }
      }
      return .none
    }
  }

  /// Instant of the first message, in either direction.
  var firstMessage: Instant? {
    @inline(__always) get {
      for row in 0..<records.count {
        switch traits(row).messageClass {
        case .inbound, .humanOutbound, .automatedOutbound: return instant(row)
        case .note, .event: break
        }
      }
      return nil
    }
  }

  var firstHumanOutbound: Instant? {
    @inline(__always) get {
      for row in 0..<records.count {
        if case .humanOutbound = traits(row).messageClass { return instant(row) }
      }
      return nil
    }
  }

  // MARK: The contact

  /// The last key of the highest rank; without the name to show.
  var contact: ConversationOutline.ContactFact {
    @inline(__always) get {
      var contact = ConversationOutline.ContactFact()
      var strength = 0
      var row = records.count
      while row > 0, strength < ContactEvidence.Rank.greatestStrength {
        row &-= 1
        let rank = traits(row).contact.rank
        if rank.strength > strength {
          strength = rank.strength
          contact.rank = rank
          contact.key = records[row].contact
          contact.keyPlace = records[row].place
        }
      }
      return contact
    }
  }

  /// Finds the row with the name to show: the last contact_name, else the last inbound sender_name.
  @inline(never)
  func findName(_ contact: inout ConversationOutline.ContactFact) {
    for row in (0..<records.count).reversed() {
      let evidence = traits(row).contact
      if evidence.hasContactName {
        contact.namePlace = records[row].place
        contact.isContactName = true
        return
      }
      if evidence.hasSenderName, contact.namePlace == nil {
        contact.namePlace = records[row].place
      }
    }
  }

  // MARK: What few rows have

  /// The newest rating; its employee is the sender of the last human outbound message up to it.
  var rating: ConversationOutline.RatingFact? {
    guard
      let rated = (0..<records.count).last(where: { traits($0).rating.millionths != 0 })
    else { return nil }
    let reply = (0...rated).last {
      if case .humanOutbound = traits($0).messageClass { true } else { false }
    }
    return ConversationOutline.RatingFact(
      value: traits(rated).rating, instant: instant(rated),
      employee: reply.map { traits($0).employee })
  }

  /// Gives each opener the newest assignee at its instant: a later row of that instant may assign it.
  ///
  /// - Returns: the newest assignee of all, 0 for nobody.
  @inline(never)
  func assign(_ openers: UnsafeMutableBufferPointer<OpenerFact>) -> UInt32 {
    var assignee: UInt32 = 0
    var opener = 0
    for row in 0..<records.count {
      while opener < openers.count,
        openers[opener].instant.milliseconds < records[row].moment >> 3
      {
        openers[opener].assignee = assignee
        opener += 1
      }
      let traits = traits(row)
      if case .unassigned = traits.event {
        assignee = 0
      } else if traits.assignee != 0 {
        assignee = traits.assignee
      }
    }
    for opener in opener..<openers.count { openers[opener].assignee = assignee }
    return assignee
  }
}

extension ContactEvidence.Rank {
  fileprivate static let greatestStrength = 4

  /// The raw value, without a call.
  @inline(__always)
  fileprivate var strength: Int {
    switch self {
    case .none: 0
    case .senderName: 1
    case .contactName: 2
    case .senderID: 3
    case .contactID: 4
    }
  }
}
