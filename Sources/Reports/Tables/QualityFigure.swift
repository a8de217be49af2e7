import MessageHistory
import ResponseMetrics

/// The rows of quality.csv, in their order.
package enum QualityFigure: String, CaseIterable, Sendable {
  case rowsRead = "rows_read"
  case messages
  case notes
  case events
  case duplicatesWithID = "duplicates_with_id"
  case duplicatesWholeRow = "duplicates_whole_row"
  case rowsAfterAsOf = "rows_after_as_of"
  case rejectedNoConversationID = "rejected_no_conversation_id"
  case rejectedBadTimestamp = "rejected_bad_timestamp"
  case rejectedBadDirection = "rejected_bad_direction"
  case unknownKind = "unknown_kind"
  case unknownStatus = "unknown_status"
  case unknownRating = "unknown_rating"
  case timesInGap = "times_in_gap"
  case timesAmbiguous = "times_ambiguous"
  case oldest
  case newest
  case messagesWithEmployeeShare = "messages_with_employee_share"
}

extension QualityFigures {
  package func value(of figure: QualityFigure) -> Cell {
    switch figure {
    case .rowsRead: .integer(totals.rowsRead)
    case .messages: .integer(kept.messages)
    case .notes: .integer(kept.notes)
    case .events: .integer(kept.events)
    case .duplicatesWithID: .integer(duplicates.withID)
    case .duplicatesWholeRow: .integer(duplicates.wholeRow)
    case .rowsAfterAsOf: .integer(kept.afterAsOf)
    case .rejectedNoConversationID: .integer(totals.rejected(.noConversationID))
    case .rejectedBadTimestamp: .integer(totals.rejected(.badTimestamp))
    case .rejectedBadDirection: .integer(totals.rejected(.badDirection))
    case .unknownKind: .integer(totals.unknownKind)
    case .unknownStatus: .integer(totals.unknownStatus)
    case .unknownRating: .integer(totals.unknownRating)
    case .timesInGap: .integer(totals.timesInGap)
    case .timesAmbiguous: .integer(totals.timesAmbiguous)
    case .oldest: Cell(kept.oldest)
    case .newest: Cell(kept.newest)
    case .messagesWithEmployeeShare: Cell(employeeShare)
    }
  }
}
