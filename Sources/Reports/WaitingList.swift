package import MessageHistory
package import ResponseMetrics

/// Conversations that wait for a reply, longest first, each put together when it is asked for.
///
/// There may be a million: so their texts lie in one stretch of memory, their numbers stay where the
/// walk has put them, and the list of a page holds no more than which conversations are in it.
package struct WaitingList: RandomAccessCollection, Sendable {
  private let found: Found
  /// Indexes of conversations in the order of the list.
  private let numbers: [UInt32]

  /// What the lists of a report share.
  private final class Found: Sendable {
    let conversations: [WaitingConversation]
    /// By conversation its id and what files show of the contact, as the rows have them.
    let texts: RowTexts
    /// By slice index.
    let slices: [Origin]
    /// By employee index, the keys that are shown.
    let assignees: [String]
    let redaction: Redaction
    /// Whether any is on a page with a schedule.
    let hasOfficeWaits: Bool
    /// By the bytes of pages' ids as they are shown, the indexes of their conversations in the order of
    /// the list: made once, as page and mail ask for them.
    let pages: [[UInt8]: [UInt32]]

    init(
      _ conversations: [WaitingConversation], in numbers: [UInt32], texts: RowTexts,
      slices: [Origin], assignees: [String], redaction: Redaction
    ) {
      pages = WaitingList.pages(of: numbers, conversations, slices)
      self.conversations = conversations
      self.texts = texts
      self.slices = slices
      self.assignees = assignees
      self.redaction = redaction
      hasOfficeWaits = conversations.contains { $0.officeWait != nil }
    }
  }

  /// Page and channel of conversations, as bytes and as text.
  private struct Origin {
    let page: [UInt8]
    let channel: [UInt8]
    let pageText: String
    let channelText: String
    /// Whether a pseudonym stands for the conversation's id.
    let hidesID: Bool
  }

  /// - Parameters:
  ///   - conversations: in any order.
  ///   - texts: of each its id, and what files show of the contact.
  ///   - slices: page and channel by slice index.
  ///   - assignees: the keys that are shown, by employee index.
  ///   - redaction: what hides ids.
  package init(
    _ conversations: [WaitingConversation], texts: RowTexts,
    slices: [(page: [UInt8], channel: [UInt8])], assignees: [String], redaction: Redaction
  ) {
    numbers = Self.order(of: conversations, texts, ranks: slices.ranksOfSlices)
    found = Found(
      conversations, in: numbers, texts: texts,
      slices: slices.map { page, channel in
        Origin(
          page: page, channel: channel, pageText: String(decoding: page, as: UTF8.self),
          channelText: String(decoding: channel, as: UTF8.self),
          hidesID: redaction.hidesConversations(ofChannel: channel))
      }, assignees: assignees, redaction: redaction)
  }

  private init(_ found: Found, _ numbers: [UInt32]) {
    self.found = found
    self.numbers = numbers
  }

  // MARK: Order

  private struct Waited: BitwiseCopyable {
    let wait: Int64
    /// Where its page and channel stand among all.
    let rank: UInt32
    let number: UInt32
  }

  /// Longest first, equal waits by page, channel, conversation id and place.
  private static func order(
    of conversations: [WaitingConversation], _ texts: RowTexts, ranks: [Int]
  ) -> [UInt32] {
    var order = conversations.indices.map {
      Waited(
        wait: conversations[$0].wait.count,
        rank: UInt32(truncatingIfNeeded: ranks[Int(conversations[$0].slice)]), number: UInt32($0))
    }
    order.sortByNumber { Int64($0.rank) }
    order.sortByNumber { -$0.wait }
    // Wait and rank decide nearly always.
    var start = 0
    while start < order.count {
      let first = order[start]
      var end = start + 1
      while end < order.count, order[end].wait == first.wait, order[end].rank == first.rank {
        end += 1
      }
      if end > start + 1 {
        order[start..<end].sort { left, right in
          let (left, right) = (Int(left.number), Int(right.number))
          let (leftID, rightID) = (texts.first(left), texts.first(right))
          return leftID != rightID
            ? leftID.lexicographicallyPrecedes(rightID)
            : conversations[left].conversation < conversations[right].conversation
        }
      }
      start = end
    }
    return order.map(\.number)
  }

  // MARK: Elements

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }

  package subscript(index: Int) -> FoundWaiting {
    let number = Int(numbers[index])
    let conversation = found.conversations[number]
    let origin = found.slices[Int(conversation.slice)]
    let id = found.texts.first(number)
    let shown =
      origin.hidesID
      ? found.redaction.conversationID(Array(id), page: origin.page, channel: origin.channel)[...]
      : id
    return FoundWaiting(
      page: origin.pageText, channel: origin.channelText,
      conversationID: String(decoding: shown, as: UTF8.self),
      contact: String(decoding: found.texts.second(number), as: UTF8.self),
      assignee: found.assignees[Int(conversation.assignee)], since: conversation.since,
      wait: conversation.wait, officeWait: conversation.officeWait)
  }

  /// The rows of waiting.csv.
  var rows: WaitingRows { WaitingRows(self) }

  /// The rows at hand, so that a look at one counts no references.
  struct Rows {
    fileprivate let numbers: UnsafeBufferPointer<UInt32>
    fileprivate let conversations: UnsafeBufferPointer<WaitingConversation>
    fileprivate let texts: RowTexts.Table

    /// What waits in a row, without its texts.
    @inline(__always)
    func conversation(at index: Int) -> UnsafePointer<WaitingConversation>? {
      conversations.baseAddress.map { $0 + Int(numbers[index]) }
    }

    /// The conversation's id as its rows have it.
    @inline(__always)
    func id(at index: Int) -> UnsafeRawBufferPointer { texts.first(Int(numbers[index])) }

    @inline(__always)
    func contact(at index: Int) -> UnsafeRawBufferPointer { texts.second(Int(numbers[index])) }
  }

  func withRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try numbers.withUnsafeBufferPointer { numbers throws(Failure) in
      try found.conversations.withUnsafeBufferPointer { conversations throws(Failure) in
        try found.texts.withTable { texts throws(Failure) in
          try body(Rows(numbers: numbers, conversations: conversations, texts: texts))
        }
      }
    }
  }

  /// By slice index, page and channel as they are shown, and whether ids are hidden.
  var slices: [(page: String, channel: String, hidesID: Bool)] {
    found.slices.map { ($0.pageText, $0.channelText, $0.hidesID) }
  }

  /// By employee index, the keys that are shown.
  var assignees: [String] { found.assignees }

  /// What waits, without its texts.
  private var conversations: some Sequence<WaitingConversation> {
    numbers.lazy.map { [conversations = found.conversations] in conversations[Int($0)] }
  }
}

extension WaitingList {
  // MARK: Questions

  /// The greatest wait; nil where nobody waits.
  package var longest: Milliseconds? {
    numbers.first.map { found.conversations[Int($0)].wait }
  }

  /// How many wait longer than that.
  func count(longerThan wait: Milliseconds) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if found.conversations[Int(numbers[middle])].wait > wait {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// How many wait on channels of that name.
  func count(onChannel channel: String) -> Int {
    let isMeant = found.slices.map { $0.channelText.hasSameBytes(as: channel) }
    return conversations.count { isMeant[Int($0.slice)] }
  }

  /// Whether any is on a page with a schedule.
  var hasOfficeWaits: Bool {
    found.hasOfficeWaits && conversations.contains { $0.officeWait != nil }
  }

  /// How many wait, by the bytes of the newest assignee's key.
  var countsByAssignee: [[UInt8]: Int] {
    var counts = Array(repeating: 0, count: found.assignees.count)
    for conversation in conversations { counts[Int(conversation.assignee)] += 1 }
    var byKey: [[UInt8]: Int] = [:]
    for (assignee, count) in zip(found.assignees, counts) where count > 0 {
      byKey[Array(assignee.utf8), default: 0] += count
    }
    return byKey
  }

  // MARK: Pages

  /// The list without anybody in it.
  var empty: WaitingList { WaitingList(found, []) }

  /// The lists of pages, by the bytes of their ids as they are shown.
  package var byPage: [[UInt8]: WaitingList] {
    found.pages.mapValues { WaitingList(found, $0) }
  }

  /// The indexes of each page's conversations, in the order of some.
  private static func pages(
    of numbers: [UInt32], _ conversations: [WaitingConversation], _ slices: [Origin]
  ) -> [[UInt8]: [UInt32]] {
    var pages: [[UInt8]: Int] = [:]
    let pageOfSlice = slices.map { origin in
      let key = Array(origin.pageText.utf8)
      let page = pages[key] ?? pages.count
      pages[key] = page
      return page
    }
    // Page by page in one list, and then in those of the pages: a list that grows is asked at each
    // number whether it is shared.
    var ends = Array(repeating: 0, count: pages.count)
    for conversation in conversations { ends[pageOfSlice[Int(conversation.slice)]] += 1 }
    var start = 0
    for page in ends.indices { (start, ends[page]) = (start + ends[page], start) }
    let starts = ends
    var ordered = numbers
    for number in numbers {
      let page = pageOfSlice[Int(conversations[Int(number)].slice)]
      ordered[ends[page]] = number
      ends[page] += 1
    }
    return pages.mapValues { Array(ordered[starts[$0]..<ends[$0]]) }
  }
}
