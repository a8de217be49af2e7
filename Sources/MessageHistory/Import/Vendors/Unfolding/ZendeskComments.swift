import DelimitedText

/// Comments of tickets whose other half is a second file: what role their authors have.
struct ZendeskComments {
  struct User {
    var isStaff: Bool
    var name: [UInt8]
  }

  /// By user id.
  private let users: [[UInt8]: User]
  private let id: Int
  private let text: Int
  private let createdAt: Int
  private let isPublic: Int
  private let ticket: Int
  private let author: Int

  init(_ table: borrowing SourceTable, users: [[UInt8]: User]) {
    self.users = users
    id = table.field("id")
    text = table.field("body")
    createdAt = table.field("created")
    isPublic = table.field("public")
    ticket = table.field("ticket_id")
    author = table.field("user_id")
  }

  /// The users of one file; it is held in memory, being the smaller half.
  static func users(in input: PreparedInput) throws(MessageHistoryError) -> [[UInt8]: User] {
    var table = try SourceTable(input)
    let fields = ["id", "role", "name"].map { table.field($0) }
    var users: [[UInt8]: User] = [:]
    while try table.next({ row in
      let role = row.cell(fields[1]).asciiLowercased
      guard let isStaff = Self.isStaff(role) else { return }
      users[row.cell(fields[0])] = User(isStaff: isStaff, name: row.cell(fields[2]))
    }) {}
    return users
  }

  /// Nil for a role that is not known, whose comments are then rejected for want of a direction.
  private static func isStaff(_ role: [UInt8]) -> Bool? {
    switch String(decoding: role, as: UTF8.self) {
    case "end-user": false
    case "agent", "admin": true
    default: nil
    }
  }

  func append(_ comment: inout SourceRow, to spool: inout CanonicalSpool) {
    var row = CanonicalRow(line: comment.line)
    row.set(.conversationID, comment.cell(ticket))
    row.set(.messageID, comment.cell(id))
    row.set(.timestamp, comment.cell(createdAt))
    row.set(.text, comment.whole(text))
    let isNote = KindMark.no.contains {
      $0.utf8.elementsEqual(comment.cell(isPublic).asciiLowercased)
    }
    if isNote { row.set(.kind, "note") }
    let authorID = comment.cell(author)
    if let user = users[authorID] {
      row.set(user.isStaff ? .outbound : .inbound)
      row.set(user.isStaff ? .employeeID : .senderID, authorID)
      row.set(user.isStaff ? .employeeName : .senderName, user.name)
    }
    spool.append(row)
  }
}
