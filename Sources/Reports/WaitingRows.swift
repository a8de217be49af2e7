import MessageHistory
import ResponseMetrics

/// The rows of waiting.csv: there may be a million, so that cells go from where their texts lie into
/// the file.
final class WaitingRows: FileRows {
  private let waiting: WaitingList
  // By slice index.
  private let pages: PackedTexts
  private let channels: PackedTexts
  private let hidesID: [Bool]
  /// By employee index, the keys that are shown.
  private let assignees: PackedTexts

  init(_ waiting: WaitingList) {
    self.waiting = waiting
    let slices = waiting.slices
    pages = PackedTexts(slices.map { Array($0.page.utf8) })
    channels = PackedTexts(slices.map { Array($0.channel.utf8) })
    hidesID = slices.map(\.hidesID)
    assignees = PackedTexts(waiting.assignees.map { Array($0.utf8) })
  }

  var file: ReportFile { .waiting }
  var count: Int { waiting.count }

  func write(_ rows: Range<Int>, to sink: inout (some RowSink & ~Copyable)) {
    waiting.withRows { list in
      for row in rows {
        guard let conversation = list.conversation(at: row) else { return }
        let slice = Int(conversation.pointee.slice)
        sink.text(pages[slice])
        sink.text(channels[slice])
        if hidesID[slice] {
          sink.cell(.text(waiting[row].conversationID))
        } else {
          sink.text(list.id(at: row))
        }
        sink.text(list.contact(at: row))
        sink.text(assignees[Int(conversation.pointee.assignee)])
        sink.instant(conversation.pointee.since.milliseconds)
        sink.time(conversation.pointee.wait.count)
        sink.time(conversation.pointee.officeWait?.count ?? -1)
        sink.endRecord()
      }
    }
  }
}
