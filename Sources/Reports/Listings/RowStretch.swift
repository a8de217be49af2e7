import MessageHistory
import ResponseMetrics

/// Rows of a listing that follow one another, with the texts that they show.
protocol RowStretch: Sendable {
  var count: Int { get }

  /// Hands a row, numbered from 0, to a sink.
  func write(_ row: Int, to sink: inout some RowSink) throws
}

/// Rows of conversations.csv.
struct ConversationStretch: RowStretch {
  let rows: ConversationRows
  /// Indices of listed conversations, in the order of the file.
  let indices: ArraySlice<UInt32>
  /// By row, as they are shown.
  let contacts: RowTexts

  var count: Int { indices.count }

  func write(_ row: Int, to sink: inout some RowSink) throws {
    let index = Int(indices[indices.startIndex + row])
    let conversation = rows.listing.conversations[index]
    let slice = rows.slices[Int(conversation.slice)]
    sink.text(slice.page)
    sink.text(slice.channel)
    rows.writeID(ofConversation: index, of: slice, to: &sink)
    sink.text(contacts[row])
    sink.cell(.instant(conversation.firstAt))
    sink.cell(.instant(conversation.lastAt))
    sink.cell(.integer(Int(conversation.inbound)))
    sink.cell(.integer(Int(conversation.outboundHuman)))
    sink.cell(.integer(Int(conversation.outboundAutomated)))
    sink.cell(.integer(Int(conversation.openers)))
    sink.cell(.integer(Int(conversation.answered)))
    sink.cell(.time(conversation.firstResponse))
    writeEmployees(of: conversation, to: &sink)
    sink.cell(.word(conversation.status.word.description))
    sink.cell(conversation.rating.cell)
    try sink.endRecord()
  }

  private func writeEmployees(of conversation: ListedConversation, to sink: inout some RowSink) {
    let employees = rows.listing.employees[conversation.employees]
    guard employees.count > 1 else {
      return sink.text(employees.first.map { rows.employeeKeys[Int($0)] } ?? [])
    }
    var keys: [UInt8] = []
    for employee in employees.sorted(by: {
      rows.employeeRanks[Int($0)] < rows.employeeRanks[Int($1)]
    }) {
      if !keys.isEmpty { keys += "; ".utf8 }
      keys += rows.employeeKeys[Int(employee)]
    }
    sink.text(keys)
  }
}

/// Rows of openers.csv.
struct OpenerStretch: RowStretch {
  let rows: ConversationRows
  let openers: ArraySlice<RankedOpener>
  /// By row, as they are shown.
  let messageIDs: RowTexts

  var count: Int { openers.count }

  func write(_ row: Int, to sink: inout some RowSink) throws {
    let ranked = openers[openers.startIndex + row]
    let opener = rows.listing.openers[Int(ranked.index)]
    let slice = rows.slices[Int(opener.slice)]
    sink.text(slice.page)
    sink.text(slice.channel)
    rows.writeID(
      ofConversation: rows.conversation(ofRank: ranked.rank), of: slice, to: &sink)
    sink.text(messageIDs[row])
    sink.cell(.instant(opener.instant))
    sink.cell(.word(opener.outcome.state))
    sink.cell(.word(opener.outcome.reason))
    sink.cell(Cell(opener.response?.instant))
    sink.text(opener.response.map { rows.employeeKeys[Int($0.employee)] } ?? [])
    sink.cell(.time(opener.response.map { $0.instant - opener.instant }))
    sink.cell(.time(opener.officeResponse))
    try sink.endRecord()
  }
}
