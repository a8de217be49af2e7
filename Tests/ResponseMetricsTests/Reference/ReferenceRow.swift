/// A row of a history as the slow reference sees it: plain numbers and words.
struct ReferenceRow {
  enum Kind {
    case inbound, human, automated, note, closed, reopened, unassigned, otherEvent

    /// The order of rows of one instant.
    var rank: Int {
      switch self {
      case .inbound: 0
      case .human: 1
      case .automated: 2
      case .note: 3
      case .closed, .reopened, .unassigned, .otherEvent: 4
      }
    }
  }

  /// Milliseconds since the Unix epoch.
  var time: Int64
  var kind: Kind
  /// 0 for the blank key.
  var employee = 0
  /// 0 for an empty cell.
  var assignee = 0
  /// Empty where the row has none of its own.
  var status = ""
  /// Empty, or a tag's canonical word.
  var tag = ""
  /// In millionths, 0 for none.
  var rating = 0
  /// 0 nothing, 1 sender name, 2 contact name, 3 sender id, 4 contact id.
  var contactRank = 0
  var contactKey = 0

  var isInbound: Bool { kind == .inbound }
  var isHuman: Bool { kind == .human }
  var isVisible: Bool { isInbound || isHuman }
  var isMessage: Bool { isVisible || kind == .automated }

  /// The status that the row sets, its event counted; empty for none.
  var statusSet: String {
    if !status.isEmpty { return status }
    switch kind {
    case .closed: return "done"
    case .reopened: return "open"
    case .inbound, .human, .automated, .note, .unassigned, .otherEvent: return ""
    }
  }
}
