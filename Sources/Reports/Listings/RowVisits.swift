import CSystem
import MessageHistory
import ResponseMetrics

/// A row whose texts are to be fetched.
struct RowVisit: BitwiseCopyable {
  /// Sorts as places do.
  let place: Int64
  /// Where the row lies, which is at a multiple of eight, or what stands in its place; the lowest bits
  /// tell which.
  private let address: UInt

  private static let tags: UInt = 3
  private static let opener: UInt = 1
  private static let texts: UInt = 2

  @inline(__always)
  init(_ conversation: UnsafePointer<PlacedConversation>) {
    place = Int64(bitPattern: conversation.pointee.place.number)
    address = UInt(bitPattern: conversation)
  }

  @inline(__always)
  init(_ opener: UnsafePointer<PlacedOpener>) {
    place = Int64(bitPattern: opener.pointee.place.number)
    address = UInt(bitPattern: opener) | Self.opener
  }

  @inline(__always)
  init(_ request: TextRequests.Request) {
    place = Int64(bitPattern: request.place.number)
    address = UInt(request.number) << 2 | Self.texts
  }

  /// What the texts are for.
  enum Purpose {
    case conversation(UnsafePointer<PlacedConversation>)
    case opener(UnsafePointer<PlacedOpener>)
    /// Texts that are wanted beside the rows of listings, by their number.
    case texts(Int)
  }

  @inline(__always)
  var purpose: Purpose {
    if address & Self.tags == Self.texts { return .texts(Int(address >> 2)) }
    let start = UnsafeRawPointer(bitPattern: address & ~Self.tags).unsafelyUnwrapped
    return address & Self.tags == 0
      ? .conversation(start.assumingMemoryBound(to: PlacedConversation.self))
      : .opener(start.assumingMemoryBound(to: PlacedOpener.self))
  }

  /// Asks for the row of a listing before it is needed.
  @inline(__always)
  func prefetch() {
    guard address & Self.tags != Self.texts,
      let start = UnsafeRawPointer(bitPattern: address & ~Self.tags)
    else { return }
    csystem_prefetch(start)
    csystem_prefetch(
      start + (address & Self.tags == 0 ? Self.lastOfConversation : Self.lastOfOpener))
  }

  private static var lastOfConversation: Int { MemoryLayout<PlacedConversation>.stride - 1 }
  private static var lastOfOpener: Int { MemoryLayout<PlacedOpener>.stride - 1 }
}

/// Rows of both listings, and texts that are wanted beside these, in the order of their places, in
/// memory that is used for one part after the other.
///
/// The rows stay where they are: each goes straight into a draft, and is asked for before that, since
/// they lie in another order.
struct RowVisits: ~Copyable {
  private var parts: [HeldRows] = []
  private var visits = OwnedList<RowVisit>()

  /// Takes other rows, and requests of texts, in the place of those that are there, which are given
  /// up.
  mutating func take(
    _ parts: consuming [HeldRows], and requests: ArraySlice<TextRequests.Request>
  ) {
    removeAll()
    self.parts = parts
    for part in self.parts {
      part.rows.forEachConversation { visits.append(RowVisit($0)) }
      part.rows.forEachOpener { visits.append(RowVisit($0)) }
    }
    for request in requests { visits.append(RowVisit(request)) }
    visits.all.sortByNumber { $0.place }
  }

  mutating func removeAll() {
    parts = []
    visits.removeAll()
  }

  var count: Int { visits.count }

  /// A row by its number in the order of places.
  @inline(__always)
  func visit(_ number: Int) -> RowVisit {
    if number &+ Self.lookahead < visits.count {
      visits.base[number &+ Self.lookahead].prefetch()
    }
    return visits.base[number]
  }

  /// How many rows before it is needed a row is asked for.
  private static var lookahead: Int { 12 }
}
