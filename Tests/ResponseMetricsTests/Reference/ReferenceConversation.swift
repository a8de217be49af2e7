/// A conversation taken apart word by word as metrics.md says, in quadratic time.
struct ReferenceConversation {
  struct Opener {
    /// Index of the row among those known.
    var row: Int
    /// Index of the row as it was written.
    var place: Int
    var time: Int64
    var response: (time: Int64, employee: Int)?
    var next: Int64?
    var assignee: Int
    /// Whether no inbound message precedes it, and the visible message before it.
    var isFirstInbound: Bool
    var visibleBefore: Int64?
    var isAutomatedFirst: Bool
    var isHandledByAutomation: Bool
    /// Employees, ascending.
    var handovers: [Int]
  }

  struct Turn {
    var start: Int64
    var lastInbound: Int64
    /// Nil while it is unfinished.
    var reply: (time: Int64, employee: Int)?
  }

  let number: Int
  let slice: Int
  /// Rows up to as-of in reading order.
  let rows: [ReferenceRow]
  /// The number of each of these rows as written.
  let places: [Int]
  let rowsAfterAsOf: Int
  private(set) var openers: [Opener] = []
  private(set) var turns: [Turn] = []

  init(number: Int, slice: Int, rows written: [ReferenceRow], asOf: Int64, silence: Int64) {
    self.number = number
    self.slice = slice
    let known = written.enumerated().filter { $0.element.time <= asOf }.sorted { left, right in
      (left.element.time, left.element.kind.rank, left.offset)
        < (right.element.time, right.element.kind.rank, right.offset)
    }
    rows = known.map(\.element)
    places = known.map(\.offset)
    rowsAfterAsOf = written.count - known.count
    let openerRows = rows.indices.filter { isOpener($0, silence: silence) }
    openers = openerRows.map { row in
      opener(row, next: openerRows.first { $0 > row })
    }
    turns = rows.indices.filter { isTurnStart($0, openerRows) }.map { turn($0, openerRows) }
  }

  // MARK: Openers

  private func isOpener(_ row: Int, silence: Int64) -> Bool {
    guard rows[row].isInbound else { return false }
    if !rows[..<row].contains(where: \.isInbound) { return true }
    guard let before = rows[..<row].last(where: \.isVisible) else { return true }
    return rows[row].time - before.time >= silence
  }

  private func opener(_ row: Int, next: Int?) -> Opener {
    let exchange = Array(rows[(row + 1)..<(next ?? rows.count)])
    let humans = exchange.filter(\.isHuman)
    let outbound = exchange.filter { $0.isHuman || $0.kind == .automated }
    let takers = humans.indices.filter { index in
      humans[index].employee != 0
        && humans[..<index].contains {
          $0.employee != 0 && $0.employee != humans[index].employee
        }
    }
    return Opener(
      row: row, place: places[row], time: rows[row].time,
      response: humans.first.map { ($0.time, $0.employee) }, next: next.map { rows[$0].time },
      assignee: assignee(at: rows[row].time),
      isFirstInbound: !rows[..<row].contains(where: \.isInbound),
      visibleBefore: rows[..<row].last(where: \.isVisible)?.time,
      isAutomatedFirst: outbound.first?.kind == .automated,
      isHandledByAutomation: !outbound.isEmpty && humans.isEmpty
        && !exchange.contains(where: \.isInbound),
      handovers: Set(takers.map { humans[$0].employee }).sorted())
  }

  // MARK: Turns

  private func isTurnStart(_ row: Int, _ openerRows: [Int]) -> Bool {
    guard rows[row].isInbound else { return false }
    return openerRows.contains(row) || rows[..<row].last(where: \.isVisible)?.isHuman == true
  }

  private func turn(_ row: Int, _ openerRows: [Int]) -> Turn {
    let end = openerRows.first { $0 > row } ?? rows.count
    let rest = rows[row..<end]
    let reply = rest.firstIndex(where: \.isHuman)
    let inbound = rest[..<(reply ?? end)].last(where: \.isInbound) ?? rows[row]
    return Turn(
      start: rows[row].time, lastInbound: inbound.time,
      reply: reply.map { (rows[$0].time, rows[$0].employee) })
  }

  /// The turn that waits at the end; nil where the newest visible message is not inbound.
  var unfinishedTurn: Turn? {
    rows.last(where: \.isVisible)?.isInbound == true ? turns.last : nil
  }

  // MARK: State

  /// The newest status; empty for none.
  var status: String { rows.last { !$0.statusSet.isEmpty }?.statusSet ?? "" }

  func assignee(at time: Int64) -> Int {
    let said = rows.last { $0.time <= time && ($0.kind == .unassigned || $0.assignee != 0) }
    guard let said, said.kind != .unassigned else { return 0 }
    return said.assignee
  }

  /// The conversation's one rating and its employee.
  var rating: (value: Int, time: Int64, employee: Int?)? {
    guard let row = rows.lastIndex(where: { $0.rating != 0 }) else { return nil }
    return (rows[row].rating, rows[row].time, rows[...row].last(where: \.isHuman)?.employee)
  }

  /// Whether the contact's key is an id (1) or a name (0), and the key; nil where the conversation
  /// stands for itself.
  var contact: [Int]? {
    for rank in [4, 3, 2, 1] {
      if let row = rows.last(where: { $0.contactRank == rank }) {
        return [rank >= 3 ? 1 : 0, row.contactKey]
      }
    }
    return nil
  }

  /// By close: its instant and the first opener since the close before it.
  var resolutions: [(close: Int64, opener: Int64?)] {
    let closes = rows.indices.filter { rows[$0].kind == .closed }
    return closes.map { close in
      let before = closes.last { $0 < close } ?? -1
      return (rows[close].time, openers.first { $0.row > before && $0.row < close }?.time)
    }
  }

  /// How a human outbound row uses the messaging window: inside, allowed or outside.
  func windowUse(of row: Int) -> String {
    guard let inbound = rows[..<row].last(where: \.isInbound) else { return "inside" }
    let hour: Int64 = 3_600_000
    let wait = rows[row].time - inbound.time
    if wait <= 24 * hour { return "inside" }
    if rows[row].tag == "human_agent" { return wait <= 7 * 24 * hour ? "allowed" : "outside" }
    return rows[row].tag.isEmpty ? "outside" : "allowed"
  }
}
