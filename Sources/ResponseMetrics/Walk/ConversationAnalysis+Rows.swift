import MessageHistory

extension ConversationAnalysis {
  /// Counts the rows of a conversation by their sort, and the messages of those who sent them.
  ///
  /// - Returns: whether there is a message of the period.
  @inline(__always)
  mutating func countRows(_ conversation: Conversation, _ slice: SliceRules, _ counts: RowCounts)
    -> Bool
  {
    var isOfPeriod = false
    for row in 0..<conversation.records.count {
      let record = conversation.records[row]
      let traits = conversation.traits[Int(record.traits)]
      let instant = record.moment >> 3
      let isInPeriod = period.contains(instant)
      switch traits.messageClass {
      case .inbound:
        counts.count(.inbound, isInPeriod: isInPeriod)
        isOfPeriod = isOfPeriod || isInPeriod
      case .humanOutbound:
        counts.count(
          traits.employee == 0 ? .unattributed : .outboundHuman, isInPeriod: isInPeriod)
        isOfPeriod = isOfPeriod || isInPeriod
        noteSender(traits, at: instant, slice, isInPeriod: isInPeriod)
      case .automatedOutbound:
        counts.count(.outboundAutomated, isInPeriod: isInPeriod)
        isOfPeriod = isOfPeriod || isInPeriod
      case .note: counts.count(.note, isInPeriod: isInPeriod)
      case .event: counts.count(.event, isInPeriod: isInPeriod)
      }
    }
    return isOfPeriod
  }

  /// Counts a human outbound message of its sender.
  @inline(__always)
  private mutating func noteSender(
    _ traits: MessageTraits, at instant: Int64, _ slice: SliceRules, isInPeriod: Bool
  ) {
    if traits.senderName != 0 {
      tally.names.note(traits.senderName, of: traits.employee, at: Instant(at: instant))
    }
    if isInPeriod, slice.isChosen {
      seats.noteMessage(
        page: slice.page, employee: traits.employee, conversation: conversations,
        day: clock.day(at: instant))
    }
  }

  /// Counts the messages of the period that were sent outside the messaging window.
  @inline(__always)
  mutating func countWindowUses(
    _ facts: FoundFacts, _ slice: SliceRules, _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    guard slice.hasWindow else { return }
    for message in facts.windowUses where period.contains(message.instant) {
      switch message.use {
      case .inside: break
      case .allowedOutside: notes.pointee.allowedOutsideWindow += 1
      case .outside:
        notes.pointee.outsideWindow += 1
        seats.note(page: slice.page, employee: message.employee).pointee.outsideWindow += 1
      }
    }
  }

  @inline(__always)
  mutating func addRating(_ facts: FoundFacts, _ slice: SliceRules) {
    guard let rating = facts.outline.rating, period.contains(rating.instant),
      let employee = rating.employee
    else { return }
    let note = seats.note(page: slice.page, employee: employee)
    note.pointee.ratings += 1
    note.pointee.ratingSum += Int64(rating.value.millionths)
    if rating.value.isGood { note.pointee.goodRatings += 1 }
  }
}
