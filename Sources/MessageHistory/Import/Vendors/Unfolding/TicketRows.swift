import DelimitedText

/// Tickets unfolded into what they tell: the opener, the first response, the end and the rating.
///
/// A ticket's assignee stands on its rows as the assignee; who sent the first response is not known,
/// so it has no employee. The status is that of the export's moment, on every row. Rows have ids
/// made of the ticket's, so that a later export of the same tickets replaces an earlier one.
struct TicketRows {
  private let layout: TicketLayout
  private let clock: LocalClock
  private let fields: Fields

  private struct Fields {
    var id: Int
    var created: Int
    var firstResponse: Int
    var ended: [Int]
    var status: Int
    var assignee: Int
    var contactID: Int
    var contactName: Int
    var channel: Int
    var starters: [Int]
    var score: Int
    var ratedAt: Int
  }

  init(_ layout: TicketLayout, _ table: borrowing SourceTable, clock: LocalClock) {
    self.layout = layout
    self.clock = clock
    let firstResponse =
      switch layout.firstResponse {
      case .at(let name), .after(let name, unit: _): table.field(name)
      }
    let starters =
      switch layout.startedByUs {
      case .never: [Int]()
      case .flag(let name): [table.field(name)]
      case .differ(let requester, let submitter):
        [table.field(requester), table.field(submitter)]
      }
    fields = Fields(
      id: table.field(layout.id), created: table.field(layout.created),
      firstResponse: firstResponse,
      ended: layout.ended.map { table.field($0) }, status: table.field(layout.status),
      assignee: table.field(layout.assignee), contactID: table.field(layout.contactID),
      contactName: table.field(layout.contactName), channel: table.field(layout.channel),
      starters: starters, score: table.field(layout.rating?.score),
      ratedAt: table.field(layout.rating?.at))
  }

  /// All that a ticket tells.
  func append(_ ticket: inout SourceRow, to spool: inout CanonicalSpool) {
    var row = CanonicalRow(line: ticket.line)
    let created = ticket.cell(fields.created)
    let isOurs = isStartedByUs(&ticket)
    fill(&row, from: &ticket, part: "created", at: created)
    row.set(isOurs ? .outbound : .inbound)
    spool.append(row)
    if !isOurs, let at = firstResponse(&ticket, created: created) {
      fill(&row, from: &ticket, part: "first-response", at: at)
      row.set(.outbound)
      spool.append(row)
    }
    appendEnd(&ticket, to: &spool)
  }

  /// The end and the rating alone: for tickets whose messages are in another file.
  func appendEnd(_ ticket: inout SourceRow, to spool: inout CanonicalSpool) {
    var row = CanonicalRow(line: ticket.line)
    if let ended = fields.ended.map({ ticket.cell($0) }).first(where: { !$0.isEmpty }) {
      fill(&row, from: &ticket, part: "closed", at: ended)
      row.set(.kind, "closed")
      spool.append(row)
    }
    let score = ticket.cell(fields.score)
    let ratedAt = ticket.cell(fields.ratedAt)
    if !score.isEmpty, !ratedAt.isEmpty {
      fill(&row, from: &ticket, part: "rated", at: ratedAt)
      row.set(.kind, "rated")
      row.set(.rating, score)
      spool.append(row)
    }
  }

  private func fill(
    _ row: inout CanonicalRow, from ticket: inout SourceRow, part: String, at timestamp: [UInt8]
  ) {
    row.clear(line: ticket.line)
    let id = ticket.cell(fields.id)
    row.set(.conversationID, id)
    row.set(.timestamp, timestamp)
    if !id.isEmpty { row.set(.messageID, id + Array("#\(part)".utf8)) }
    row.set(.channel, ticket.cell(fields.channel))
    row.set(.contactID, ticket.cell(fields.contactID))
    row.set(.contactName, ticket.cell(fields.contactName))
    row.set(.assignee, ticket.cell(fields.assignee))
    row.set(.status, ticket.cell(fields.status))
  }

  private func isStartedByUs(_ ticket: inout SourceRow) -> Bool {
    let cells = fields.starters.map { ticket.cell($0) }
    switch layout.startedByUs {
    case .never: return false
    case .flag: return KindMark.yes.contains { $0.utf8.elementsEqual(cells[0].asciiLowercased) }
    case .differ: return !cells[0].isEmpty && !cells[1].isEmpty && cells[0] != cells[1]
    }
  }

  /// When the first response was sent; nil where there was none.
  ///
  /// A time span is added to the creation. Where the creation cannot be read there is nothing to
  /// add it to: that row is rejected, and this one with it.
  private func firstResponse(_ ticket: inout SourceRow, created: [UInt8]) -> [UInt8]? {
    let cell = ticket.cell(fields.firstResponse)
    guard !cell.isEmpty else { return nil }
    switch layout.firstResponse {
    case .at: return cell
    case .after(_, let unit):
      let begin = created.withUnsafeBytes { TimestampParser.parse($0, clock: clock)?.instant }
      guard let begin, let count = Int64(String(decoding: cell, as: UTF8.self)),
        (0...Self.longestSpan).contains(count)
      else { return nil }
      var bytes: [UInt8] = []
      InstantFormat(clock: .utc).write(
        begin + Milliseconds(count * unit.count), to: &bytes)
      return bytes
    }
  }

  /// Units: longer than that is no time in which anybody was answered.
  private static let longestSpan: Int64 = 1 << 32
}

extension [UInt8] {
  /// The bytes with ASCII letters in lower case.
  var asciiLowercased: [UInt8] { map(\.asciiLowercased) }
}
