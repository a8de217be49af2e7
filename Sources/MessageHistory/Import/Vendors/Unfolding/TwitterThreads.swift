import DelimitedText

/// Tweets of companies and their customers; a conversation is a tree of replies.
///
/// The file is read twice: first for what answers what, and which companies there are.
struct TwitterThreads {
  private var links = ReplyLinks()
  /// Names of companies, in lower case, and as they are written.
  private var companies: [[UInt8]: [UInt8]] = [:]
  /// By thread: the first tweet of a company, and the company.
  private var pages: [Int64: (tweet: Int64, company: [UInt8])] = [:]
  private let id: Int
  private let author: Int
  private let inbound: Int
  private let createdAt: Int
  private let text: Int
  private let answers: Int

  /// Reads the whole file once.
  init(_ input: PreparedInput) throws(MessageHistoryError) {
    var table = try SourceTable(input)
    id = table.field("tweet_id")
    author = table.field("author_id")
    inbound = table.field("inbound")
    createdAt = table.field("created_at")
    text = table.field("text")
    answers = table.field("in_response_to_tweet_id")
    let (id, author, inbound, answers) = (id, author, inbound, answers)
    var links = ReplyLinks()
    var outbound: [(tweet: Int64, company: [UInt8])] = []
    while try table.next({ row in
      guard let tweet = Self.number(row.cell(id)) else { return }
      if let parent = Self.number(row.cell(answers)) { links.add(tweet, answers: parent) }
      if Self.isOurs(row.cell(inbound)) { outbound.append((tweet, row.cell(author))) }
    }) {}
    self.links = links
    for entry in outbound {
      companies[entry.company.asciiLowercased] = entry.company
      let root = self.links.root(of: entry.tweet)
      if let known = pages[root], known.tweet <= entry.tweet { continue }
      pages[root] = entry
    }
  }

  mutating func append(_ tweet: inout SourceRow, to spool: inout CanonicalSpool) {
    var row = CanonicalRow(line: tweet.line)
    let id = tweet.cell(id)
    let inbound = tweet.cell(inbound)
    let author = tweet.cell(author)
    let text = tweet.whole(text)
    row.set(.messageID, id)
    row.set(.timestamp, tweet.cell(createdAt))
    row.set(.channel, "twitter")
    row.set(.text, text)
    if let number = Self.number(id) {
      let root = links.root(of: number)
      row.set(.conversationID, String(root))
      row.set(.page, pages[root]?.company ?? mentionedCompany(in: text) ?? [])
    }
    if Self.isOurs(inbound) {
      row.set(.outbound)
    } else if KindMark.yes.contains(where: { $0.utf8.elementsEqual(inbound.asciiLowercased) }) {
      row.set(.inbound)
      row.set(.senderID, author)
    } else {
      row.set(.direction, inbound)
    }
    spool.append(row)
  }

  /// The first company that a text speaks to by `@name`.
  private func mentionedCompany(in text: [UInt8]) -> [UInt8]? {
    var rest = text[...]
    while let at = rest.firstIndex(of: UInt8(ascii: "@")) {
      rest = rest[(at + 1)...]
      let name = rest.prefix { Self.isNameByte($0) }
      if let company = companies[Array(name).asciiLowercased] { return company }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isOurs(_ inbound: [UInt8]) -> Bool {
    KindMark.no.contains { $0.utf8.elementsEqual(inbound.asciiLowercased) }
  }

  /// A tweet's number; tables made by programs that know no whole number with gaps write `3.0`.
  private static func number(_ cell: [UInt8]) -> Int64? {
    let digits = cell.suffix(2).elementsEqual(".0".utf8) ? cell.dropLast(2) : cell[...]
    return Int64(String(decoding: digits, as: UTF8.self))
  }
}
