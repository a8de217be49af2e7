import MessageHistory

/// What a walk found in a conversation, as those who count it read it.
///
/// A view into a sheet, of a few words: valid until the next conversation is walked over. Facts are
/// handed out as places, since a copy takes longer than what is read of it.
struct FoundFacts {
  private let outlinePlace: UnsafePointer<ConversationOutline>
  private let firstOpener: UnsafePointer<OpenerFact>
  let openerCount: Int
  private let firstTurn: UnsafePointer<TurnFact>
  let turnCount: Int
  private let rarities: UnsafePointer<RareFacts>

  @inline(__always)
  init(_ sheet: borrowing FactSheet) {
    outlinePlace = UnsafePointer(sheet.outline)
    firstOpener = UnsafePointer(sheet.openers.base)
    openerCount = sheet.openers.count
    firstTurn = UnsafePointer(sheet.turns.base)
    turnCount = sheet.turns.count
    rarities = sheet.rarities
  }

  /// What is known of the conversation as a whole.
  @inline(__always)
  var outline: ConversationOutline { outlinePlace.pointee }

  /// What few conversations have.
  @inline(__always)
  var rare: RareFacts { rarities.pointee }

  @inline(__always)
  var openers: UnsafeBufferPointer<OpenerFact> {
    UnsafeBufferPointer(start: firstOpener, count: openerCount)
  }

  /// An opener by its index.
  @inline(__always)
  func opener(_ index: Int) -> UnsafePointer<OpenerFact> {
    assert(index < openerCount, "there is no such opener")
    return firstOpener + index
  }

  /// A turn by its index.
  @inline(__always)
  func turn(_ index: Int) -> UnsafePointer<TurnFact> {
    assert(index < turnCount, "there is no such turn")
    return firstTurn + index
  }
}

/// Facts of sorts that few conversations have; a view into a sheet.
struct RareFacts: BitwiseCopyable {
  let resolutions: UnsafeBufferPointer<ResolutionFact>
  let reopenings: UnsafeBufferPointer<Instant>
  let windowUses: UnsafeBufferPointer<WindowFact>
  let handovers: UnsafeBufferPointer<UInt32>
}
