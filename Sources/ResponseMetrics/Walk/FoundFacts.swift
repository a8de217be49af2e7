import MessageHistory

/// What a walk found in a conversation, as those who count it read it.
///
/// A view into a sheet: valid until the next conversation is walked over.
struct FoundFacts {
  private let outlinePlace: UnsafeMutablePointer<ConversationOutline>
  let openers: UnsafeMutableBufferPointer<OpenerFact>
  private let firstOpener: UnsafePointer<OpenerFact>
  let turns: UnsafeMutableBufferPointer<TurnFact>
  let resolutions: UnsafeMutableBufferPointer<ResolutionFact>
  let reopenings: UnsafeMutableBufferPointer<Instant>
  let windowUses: UnsafeMutableBufferPointer<WindowFact>
  let handovers: UnsafeMutableBufferPointer<UInt32>

  @inline(__always)
  init(_ sheet: borrowing FactSheet) {
    outlinePlace = sheet.outline
    openers = sheet.openers.all
    firstOpener = sheet.openers.base
    turns = sheet.turns.all
    resolutions = sheet.resolutions.all
    reopenings = sheet.reopenings.all
    windowUses = sheet.windowUses.all
    handovers = sheet.handovers.all
  }

  /// What is known of the conversation as a whole.
  @inline(__always)
  var outline: ConversationOutline { outlinePlace.pointee }

  /// An opener by its index, as a place: a copy takes longer than what is read of it.
  @inline(__always)
  func opener(_ index: Int) -> UnsafePointer<OpenerFact> {
    assert(openers.indices.contains(index), "there is no such opener")
    return firstOpener + index
  }
}
