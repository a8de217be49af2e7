import CSystem
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
  /// How many employees lie behind the row.
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
  /// Each with its employees behind it.
  private(set) var conversations: PieceList<UInt64>
  private(set) var openers: PieceList<UInt64>

  init(in pool: PiecePool) {
    conversations = PieceList(from: pool)
    openers = PieceList(from: pool)
  }

  /// - Parameters:
  ///   - conversations: each with its employees behind it; closed.
  ///   - openers: closed.
  init(conversations: consuming PieceList<UInt64>, openers: consuming PieceList<UInt64>) {
    self.conversations = conversations
    self.openers = openers
  }

  /// Bytes of memory.
  var byteCount: Int { conversations.byteCount + openers.byteCount }

  var isEmpty: Bool { conversations.isEmpty && openers.isEmpty }

  /// Appends a conversation with its employees.
  @inline(__always)
  mutating func append(
    _ conversation: PlacedConversation, employees: UnsafeBufferPointer<UInt32>
  ) {
    let wordCount = PlacedConversation.wordCount(employees: employees.count)
    let row = UnsafeMutableRawPointer(conversations.reserve(wordCount))
      .assumingMemoryBound(to: PlacedConversation.self)
    row.pointee = conversation
    row.pointee.employeeCount = UInt32(truncatingIfNeeded: employees.count)
    let places = UnsafeMutableRawPointer(row + 1).assumingMemoryBound(to: UInt32.self)
    for index in employees.indices { places[index] = employees[index] }
    conversations.add(wordCount)
  }

  @inline(__always)
  mutating func append(_ opener: PlacedOpener) {
    UnsafeMutableRawPointer(openers.reserve(PlacedOpener.wordCount))
      .assumingMemoryBound(to: PlacedOpener.self).pointee = opener
    openers.add(PlacedOpener.wordCount)
  }

  /// Ends the adding, so that rows can be handed out.
  mutating func close() {
    conversations.close()
    openers.close()
  }

  // MARK: Reading

  /// Calls `body` with each conversation, whose employees lie behind it; to be called once closed.
  @inline(__always)
  func forEachConversation(_ body: (UnsafePointer<PlacedConversation>) -> Void) {
    for piece in conversations.all {
      var next = UnsafePointer(piece.start)
      while next < piece.end {
        let row = UnsafeRawPointer(next).assumingMemoryBound(to: PlacedConversation.self)
        csystem_prefetch(next + 64)
        body(row)
        next += PlacedConversation.wordCount(employees: Int(row.pointee.employeeCount))
      }
    }
  }

  /// Calls `body` with each opener; to be called once closed.
  @inline(__always)
  func forEachOpener(_ body: (UnsafePointer<PlacedOpener>) -> Void) {
    for piece in openers.all {
      var next = UnsafePointer(piece.start)
      while next < piece.end {
        csystem_prefetch(next + 64)
        body(UnsafeRawPointer(next).assumingMemoryBound(to: PlacedOpener.self))
        next += PlacedOpener.wordCount
      }
    }
  }
}

extension PlacedConversation {
  /// Words of eight bytes that a row and its employees take.
  @inline(__always)
  fileprivate static func wordCount(employees: Int) -> Int {
    MemoryLayout<Self>.stride / 8 + (employees + 1) / 2
  }

  /// The employees of a row that they lie behind.
  @inline(__always)
  static func employees(
    of row: UnsafePointer<PlacedConversation>
  ) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(row + 1).assumingMemoryBound(to: UInt32.self),
      count: Int(row.pointee.employeeCount))
  }
}

extension PlacedOpener {
  /// Words of eight bytes.
  fileprivate static var wordCount: Int { MemoryLayout<Self>.stride / 8 }
}

/// Rows that nobody adds to any more, to be handed from thread to thread.
final class HeldRows: Sendable {
  let rows: PlacedRows

  init(_ rows: consuming PlacedRows) {
    rows.close()
    self.rows = rows
  }
}
