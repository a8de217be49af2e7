import MessageHistory
import ResponseMetrics

/// A row of conversations.csv before its texts are fetched: numbers alone, so that it can lie in a
/// temporary file.
struct PlacedConversation: BitwiseCopyable, Sendable {
  /// The row that has the conversation's id and what is shown of its contact.
  var place: Place
  /// Milliseconds since the epoch, as all instants here.
  var firstAt: Int64
  var lastAt: Int64
  /// Milliseconds, as all times here; negative where there is none.
  var firstResponse: Int64
  var slice: UInt32
  var inbound: Int32
  var outboundHuman: Int32
  var outboundAutomated: Int32
  var openers: Int32
  var answered: Int32
  /// Where the employees begin among those of its `PlacedRows`, and how many there are.
  var firstEmployee: UInt32
  var employeeCount: UInt32
  /// Millionths, 0 for none.
  var rating: UInt32
  /// A `ConversationStatus`.
  var status: UInt8
  /// A `ContactCell`.
  var contact: UInt8
}

/// A row of openers.csv before its texts are fetched.
struct PlacedOpener: BitwiseCopyable, Sendable {
  /// The opener's own row, which has its conversation's id as well.
  var place: Place
  var instant: Int64
  var firstResponse: Int64
  var firstResponseOffice: Int64
  var slice: UInt32
  /// Of no meaning without a response.
  var employee: UInt32
  /// An `OpenerOutcome`.
  var outcome: UInt8
}

/// Rows of both listings before their texts are fetched, in no order.
struct PlacedRows: ~Copyable, Sendable {
  private(set) var conversations = OwnedList<PlacedConversation>()
  private(set) var openers = OwnedList<PlacedOpener>()
  /// Employees of the conversations.
  private(set) var employees = OwnedList<UInt32>()

  init() {}

  /// - Parameters:
  ///   - conversations: with their ranges of `employees`.
  ///   - openers: with what they are made of.
  ///   - employees: of the conversations.
  init(
    conversations: consuming OwnedList<PlacedConversation>,
    openers: consuming OwnedList<PlacedOpener>, employees: consuming OwnedList<UInt32>
  ) {
    self.conversations = conversations
    self.openers = openers
    self.employees = employees
  }

  var byteCount: Int {
    conversations.count * MemoryLayout<PlacedConversation>.stride
      + openers.count * MemoryLayout<PlacedOpener>.stride
      + employees.count * MemoryLayout<UInt32>.stride
  }

  var isEmpty: Bool { conversations.count == 0 && openers.count == 0 }

  /// Appends a conversation and gives it its range of the employees.
  @inline(__always)
  mutating func append(
    _ conversation: PlacedConversation, employees: UnsafeBufferPointer<UInt32>
  ) {
    var conversation = conversation
    conversation.firstEmployee = UInt32(truncatingIfNeeded: self.employees.count)
    conversation.employeeCount = UInt32(truncatingIfNeeded: employees.count)
    for employee in employees { self.employees.append(employee) }
    conversations.append(conversation)
  }

  @inline(__always)
  mutating func append(_ opener: PlacedOpener) {
    openers.append(opener)
  }
}

/// Rows that nobody adds to any more, to be handed from thread to thread.
final class HeldRows: Sendable {
  let rows: PlacedRows

  init(_ rows: consuming PlacedRows) { self.rows = rows }
}
