import MessageHistory

/// Conversation ids that rows of several pages bear.
struct SharedConversations {
  private(set) var count = 0
  /// The first such id in the order of the rows, and the indexes of two of its pages.
  private(set) var example: (id: [UInt8], pages: [UInt32])?

  /// - Throws: `MessageHistoryError` where an input is not as it was.
  init(_ history: History) throws(MessageHistoryError) {
    guard Set(history.slices.map(\.page)).count > 1 else { return }
    let conversations = try history.walk(workers: 1, from: [(place: Place, slice: UInt32)]()) {
      $0.append((place: $1[0].place, slice: $1.slice))
    }
    var rows = RowFetcher(inputs: history.inputs)
    var pages: [[UInt8]: UInt32] = [:]
    var shared: Set<[UInt8]> = []
    for (place, slice) in conversations.joined().sorted(by: { $0.place < $1.place }) {
      let page = history.slices[Int(slice)].page
      let id = try rows.withRow(at: place) { $0.cell(.conversationID) }
      guard let other = pages[id], other != page else {
        pages[id] = page
        continue
      }
      shared.insert(id)
      if example == nil { example = (id, [other, page]) }
    }
    count = shared.count
  }
}
