import CSystem
import MessageHistory
import ResponseMetrics

/// A row whose texts are to be fetched.
struct RowVisit: BitwiseCopyable {
  /// Sorts as places do.
  let place: Int64
  let part: UInt32
  /// Counted from 0 among the part's conversations, and from there on among its openers.
  let number: UInt32
}

/// Rows of both listings in the order of their places, in memory that is used for one part after the
/// other.
///
/// The rows stay where they are: each goes straight into a draft, and is asked for before that, since
/// they lie in another order.
struct RowVisits: ~Copyable {
  private var parts: [HeldRows] = []
  /// Where the rows lie, by part: no array, of which references would be counted.
  private var bases = OwnedList<Bases>()
  private var visits = OwnedList<RowVisit>()

  struct Bases: BitwiseCopyable {
    let conversations: UnsafePointer<PlacedConversation>
    let openers: UnsafePointer<PlacedOpener>
    let employees: UnsafePointer<UInt32>
    let conversationCount: Int
  }

  /// A row of either listing.
  enum Row {
    case conversation(UnsafePointer<PlacedConversation>, employees: UnsafeBufferPointer<UInt32>)
    case opener(UnsafePointer<PlacedOpener>)

    @inline(__always)
    var place: Place {
      switch self {
      case .conversation(let row, _): row.pointee.place
      case .opener(let row): row.pointee.place
      }
    }
  }

  /// Takes other rows in the place of those that are there, which are given up.
  mutating func take(_ parts: consuming [HeldRows]) {
    self.parts = parts
    bases.removeAll()
    visits.removeAll()
    for (number, part) in self.parts.enumerated() { note(part, UInt32(truncatingIfNeeded: number)) }
    visits.all.sortByNumber { $0.place }
  }

  private mutating func note(_ part: HeldRows, _ number: UInt32) {
    let conversations = part.rows.conversations.all
    let openers = part.rows.openers.all
    _ = visits.reserve(conversations.count + openers.count)
    for index in conversations.indices {
      visits.append(RowVisit(conversations[index].place, part: number, index))
    }
    for index in openers.indices {
      visits.append(RowVisit(openers[index].place, part: number, conversations.count + index))
    }
    bases.append(
      Bases(
        conversations: UnsafePointer(part.rows.conversations.base),
        openers: UnsafePointer(part.rows.openers.base),
        employees: UnsafePointer(part.rows.employees.base),
        conversationCount: conversations.count))
  }

  mutating func removeAll() {
    parts = []
    bases.removeAll()
    visits.removeAll()
  }

  var count: Int { visits.count }

  /// A row by its number in the order of places.
  @inline(__always)
  func row(_ number: Int) -> Row {
    if number &+ Self.lookahead < visits.count { prefetch(visits.base[number &+ Self.lookahead]) }
    let visit = visits.base[number]
    let bases = bases.base[Int(visit.part)]
    let index = Int(visit.number) &- bases.conversationCount
    if index >= 0 { return .opener(bases.openers + index) }
    let conversation = bases.conversations + Int(visit.number)
    return .conversation(
      conversation,
      employees: UnsafeBufferPointer(
        start: bases.employees + Int(conversation.pointee.firstEmployee),
        count: Int(conversation.pointee.employeeCount)))
  }

  /// How many rows before it is needed a row is asked for.
  private static var lookahead: Int { 12 }

  @inline(__always)
  private func prefetch(_ visit: RowVisit) {
    let bases = bases.base[Int(visit.part)]
    let index = Int(visit.number) &- bases.conversationCount
    if index >= 0 {
      csystem_prefetch(bases.openers + index)
      csystem_prefetch(UnsafeRawPointer(bases.openers + index + 1) - 1)
    } else {
      let conversation = bases.conversations + Int(visit.number)
      csystem_prefetch(conversation)
      csystem_prefetch(UnsafeRawPointer(conversation + 1) - 1)
    }
  }
}

extension RowVisit {
  @inline(__always)
  fileprivate init(_ place: Place, part: UInt32, _ number: Int) {
    self.init(
      place: Int64(bitPattern: place.number), part: part,
      number: UInt32(truncatingIfNeeded: number))
  }
}
