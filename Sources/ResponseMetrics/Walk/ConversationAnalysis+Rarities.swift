import MessageHistory

/// What few conversations have: closes, handovers, messages outside the window, ratings.
extension ConversationAnalysis {
  /// Counts closed events, and messages that were sent outside the messaging window.
  @inline(never)
  mutating func addRarities(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>,
    _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    if !facts.rare.resolutions.isEmpty { tally.kept.hasClosedEvent = true }
    guard slice.pointee.isChosen else { return }
    if slice.pointee.hasWindow { countWindowUses(facts, slice, notes) }
    if case .spam = facts.outline.status { return }
    addResolutions(facts, notes)
  }

  private mutating func countWindowUses(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>,
    _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    for message in facts.rare.windowUses where period.contains(message.instant) {
      switch message.use {
      case .inside: break
      case .allowedOutside: notes.pointee.allowedOutsideWindow += 1
      case .outside:
        notes.pointee.outsideWindow += 1
        rows.seats.note(page: slice.pointee.page, employee: message.employee).pointee
          .outsideWindow += 1
      }
    }
  }

  private mutating func addResolutions(
    _ facts: FoundFacts, _ notes: UnsafeMutablePointer<SliceNotes>
  ) {
    waits.reserve(facts.rare.resolutions.count, pouringInto: &tally.waits)
    for resolution in facts.rare.resolutions where period.contains(resolution.close) {
      guard let opener = resolution.opener else { continue }
      waits.append(
        WaitRow(
          wait: resolution.close - opener, as: .resolution, slice: facts.outline.slice))
    }
    for reopening in facts.rare.reopenings where period.contains(reopening) {
      notes.pointee.reopenings += 1
    }
  }

  /// Counts the conversation's rating, of the employee whose it is.
  @inline(never)
  mutating func addRating(_ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>) {
    guard let rating = facts.outline.rating, period.contains(rating.instant),
      let employee = rating.employee
    else { return }
    let note = rows.seats.note(page: slice.pointee.page, employee: employee)
    note.pointee.ratings += 1
    note.pointee.ratingSum += Int64(rating.value.millionths)
    if rating.value.isGood { note.pointee.goodRatings += 1 }
  }

  /// Keeps a conversation that waits for a reply since an instant.
  @inline(never)
  mutating func addWaiting(
    _ facts: FoundFacts, since start: Instant, _ slice: UnsafePointer<SliceRules>
  ) {
    switch facts.outline.status {
    case .spam, .done: return
    case .none, .open, .pending: break
    }
    tally.add(
      WaitingConversation(
        slice: facts.outline.slice, conversation: facts.outline.place,
        contact: facts.outline.contact, assignee: facts.outline.assignee, since: start,
        wait: rules.asOf - start,
        officeWait: rules.officeHours[slice.pointee.page]?.time(from: start, to: rules.asOf)))
  }
}
