import MessageHistory

/// All that one walk over a conversation found, in memory that is used for one after the other.
///
/// `ConversationFacts` is the same as a value to keep.
struct FactSheet: ~Copyable, Sendable {
  private let outlineMemory = OwnedMemory(repeating: ConversationOutline(), count: 1)
  private let walkMemory = OwnedMemory<ConversationWalk>(capacity: 1)
  var openers = FactList<OpenerFact>()
  var turns = FactList<TurnFact>()
  var resolutions = FactList<ResolutionFact>()
  var reopenings = FactList<Instant>()
  var windowUses = FactList<WindowFact>()
  var handovers = FactList<UInt32>()

  /// What is known of the conversation as a whole; handed on as a place, since it is long.
  @inline(__always)
  var outline: UnsafeMutablePointer<ConversationOutline> { outlineMemory.base }

  /// Where the walk keeps its state.
  @inline(__always)
  var walk: UnsafeMutablePointer<ConversationWalk> { walkMemory.base }

  /// Empties the sheet, for a conversation of so many rows; a row adds to each list once at most.
  mutating func begin(rows: Int) {
    openers.begin(room: rows)
    turns.begin(room: rows)
    resolutions.begin(room: rows)
    reopenings.begin(room: rows)
    windowUses.begin(room: rows)
    handovers.begin(room: rows)
  }
}
