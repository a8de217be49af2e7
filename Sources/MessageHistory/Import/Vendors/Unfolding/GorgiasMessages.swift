import DelimitedText

/// Messages of tickets whose other half is a second file: who the customer is.
struct GorgiasMessages {
  /// What a ticket says of its messages.
  struct Ticket {
    /// In lower case.
    var customer: [UInt8]
    var customerName: [UInt8]
    var channel: [UInt8]
    var assignee: [UInt8]
  }

  /// By ticket id.
  private let tickets: [[UInt8]: Ticket]
  /// Our addresses, in lower case.
  private let own: Set<[UInt8]>
  private let id: Int
  private let text: Int
  private let sentAt: Int
  private let sender: Int

  init(_ table: borrowing SourceTable, tickets: [[UInt8]: Ticket], own: [String]) {
    self.tickets = tickets
    self.own = Set(own.map { Array($0.utf8).asciiLowercased })
    id = table.field("id")
    text = table.field("body_text")
    sentAt = table.field("sent_datetime")
    sender = table.field("sender_info")
  }

  /// The tickets of one file; it is held in memory, being the smaller half.
  static func tickets(
    in input: PreparedInput
  ) throws(MessageHistoryError) -> [[UInt8]: Ticket] {
    var table = try SourceTable(input)
    let fields = [
      "Ticket id", "Customer email", "Customer name", "Initial channel", "Assignee name",
    ].map { table.field($0) }
    var tickets: [[UInt8]: Ticket] = [:]
    while try table.next({ row in
      tickets[row.cell(fields[0])] = Ticket(
        customer: row.cell(fields[1]).asciiLowercased, customerName: row.cell(fields[2]),
        channel: row.cell(fields[3]), assignee: row.cell(fields[4]))
    }) {}
    return tickets
  }

  func append(_ message: inout SourceRow, to spool: inout CanonicalSpool) {
    let conversation = message.cell(id)
    let ticket = tickets[conversation]
    let (address, name) = Self.sender(in: message.cell(sender))
    let direction = direction(of: address.asciiLowercased, ticket)
    var row = CanonicalRow(line: message.line)
    row.set(.conversationID, conversation)
    row.set(.timestamp, message.cell(sentAt))
    row.set(.text, message.whole(text))
    row.set(direction)
    if direction == .outbound {
      row.set(.employeeID, address)
      row.set(.employeeName, name)
    } else {
      row.set(.senderName, name)
    }
    if let ticket {
      row.set(.channel, ticket.channel)
      row.set(.contactID, ticket.customer)
      row.set(.contactName, ticket.customerName)
      row.set(.assignee, ticket.assignee)
    }
    spool.append(row)
  }

  /// Nothing where neither the ticket nor the configuration tells.
  private func direction(of address: [UInt8], _ ticket: Ticket?) -> Direction {
    if address.isEmpty { return .none }
    if own.contains(address) { return .outbound }
    if let customer = ticket?.customer, !customer.isEmpty {
      return customer == address ? .inbound : .outbound
    }
    return own.isEmpty ? .none : .inbound
  }

  /// Address and name of a cell that is a JSON object; empty where it is none.
  private static func sender(in cell: [UInt8]) -> (address: [UInt8], name: [UInt8]) {
    var reader = JSONReader(bytes: cell)
    var address: [UInt8] = []
    var name: [UInt8] = []
    do throws(MessageHistoryError) {
      guard try reader.beginObject() else { return ([], []) }
      while let key = try reader.nextKey() {
        switch key {
        case Array("address".utf8): address = try reader.text() ?? []
        case Array("name".utf8): name = try reader.text() ?? []
        default: try reader.skip()
        }
      }
    } catch {
      return ([], [])
    }
    return (address, name)
  }
}
