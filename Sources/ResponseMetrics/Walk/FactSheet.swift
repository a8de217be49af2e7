import MessageHistory

/// All that one walk over a conversation found, in memory that is used for one after the other.
///
/// `ConversationFacts` is the same as a value to keep.
struct FactSheet: ~Copyable, Sendable {
  private let outlineMemory = OwnedMemory(repeating: ConversationOutline(), count: 1)
  var openers = FactList<OpenerFact>()
  var turns = FactList<TurnFact>()
  private(set) var resolutions = FactList<ResolutionFact>()
  private(set) var reopenings = FactList<Instant>()
  private(set) var windowUses = FactList<WindowFact>()
  private(set) var handovers = FactList<UInt32>()
  private var rareMemory = OwnedMemory<RareFacts>(capacity: 1)
  /// Whether there is a fact of a sort that few conversations have.
  private(set) var hasRarities = true
  /// How many openers there were at the newest close.
  private var openersAtClose = 0
  /// Rows that there is room for.
  private var room = 0

  /// What is known of the conversation as a whole; handed on as a place, since it is long.
  @inline(__always)
  var outline: UnsafeMutablePointer<ConversationOutline> { outlineMemory.base }

  /// Empties the sheet, for a conversation of so many rows; a row adds to each list once at most.
  @inline(__always)
  mutating func begin(rows: Int) {
    if rows > room { makeRoom(rows) }
    if hasRarities { removeRarities() }
  }

  @inline(never)
  private mutating func removeRarities() {
    resolutions.removeAll()
    reopenings.removeAll()
    windowUses.removeAll()
    handovers.removeAll()
    openersAtClose = 0
    hasRarities = false
    noteRarities()
  }

  @inline(never)
  private mutating func makeRoom(_ rows: Int) {
    room = max(rows, 64, 2 * room)
    openers.reserve(room)
    turns.reserve(room)
    resolutions.reserve(room)
    reopenings.reserve(room)
    windowUses.reserve(room)
    handovers.reserve(room)
    removeRarities()
  }

  // MARK: What few rows give

  /// The facts of sorts that few conversations have.
  @inline(__always)
  var rarities: UnsafePointer<RareFacts> { UnsafePointer(rareMemory.base) }

  /// Makes the view of them that they are read by.
  private mutating func noteRarities() {
    rareMemory.base.initialize(
      to: RareFacts(
        resolutions: UnsafeBufferPointer(resolutions.all),
        reopenings: UnsafeBufferPointer(reopenings.all),
        windowUses: UnsafeBufferPointer(windowUses.all),
        handovers: UnsafeBufferPointer(handovers.all)))
  }

  /// Notes an automated message, a note or an event, before which there are so many openers.
  @inline(never)
  mutating func note(_ rows: ConversationRows, _ row: Int, openers count: Int) {
    switch rows.messageClass(row) {
    case .inbound, .humanOutbound, .note: break
    case .automatedOutbound:
      if count > 0 { openers.base[count &- 1].respondAutomatically() }
    case .event:
      hasRarities = true
      let instant = Instant(at: rows.instant(row))
      switch rows.marks(row).event {
      case .closed:
        let isOpened = openersAtClose < count
        resolutions.append(
          ResolutionFact(
            close: instant, opener: isOpened ? openers.base[openersAtClose].instant : nil))
        openersAtClose = count
      case .reopened: reopenings.append(instant)
      case .unassigned, .other: break
      }
    }
  }

  /// Notes a human outbound message later than the messaging window.
  @inline(never)
  mutating func noteWindowUse(_ rows: ConversationRows, _ row: Int, sinceInbound pause: Int64) {
    let traits = rows.wholeTraits(row)
    hasRarities = true
    windowUses.append(
      WindowFact(
        row: row, instant: Instant(at: rows.instant(row)), employee: traits.employee,
        use: WindowUse(tag: traits.tag, sinceInbound: Milliseconds(pause))))
  }

  /// Notes a handover where another employee has replied before, in the exchange whose handovers begin
  /// at an index; the blank key neither takes over nor is taken over from.
  ///
  /// All repliers but the first are among the handovers, and the first is once it replies again.
  @inline(never)
  mutating func noteHandover(to employee: UInt32, from start: Int) {
    hasRarities = true
    if !handovers.contains(employee, from: start) { handovers.append(employee) }
  }

  // MARK: The conversation as a whole

  /// Outlines the conversation whose openers and turns are known.
  ///
  /// - Parameters:
  ///   - rows: those of the conversation.
  ///   - earlyOutbound: of the first human outbound message before all openers.
  ///   - openTurn: what nobody has replied to.
  @inline(__always)
  mutating func outline(
    _ rows: ConversationRows, earlyOutbound: Instant?, openTurn: UnfinishedTurn?
  ) {
    let outline = outline
    let further = rows.further
    if hasRarities { noteRarities() }
    outline.pointee.slice = rows.marks(0).slice
    outline.pointee.place = rows.place(0)
    outline.pointee.status = further.contains(.status) ? rows.status : .none
    outline.pointee.firstInbound = openers.count == 0 ? nil : openers.base[0].instant
    outline.pointee.firstMessage = rows.firstMessage
    // Behind the first opener the first one ends a turn.
    outline.pointee.firstHumanOutbound =
      earlyOutbound ?? (turns.count == 0 ? nil : turns.base[0].reply)
    outline.pointee.unfinishedTurn = openTurn
    outline.pointee.contact = rows.contact
    if further.contains(.contactName) { rows.findName(&outline.pointee.contact) }
    outline.pointee.rating = further.contains(.rating) ? rows.rating : nil
    outline.pointee.hasAssignee = further.contains(.assignee)
    outline.pointee.assignee = further.contains(.assignee) ? rows.assign(openers.all) : 0
  }
}
