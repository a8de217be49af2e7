import MessageHistory
import ResponseMetrics

/// Listed conversations and openers in the order of the files.
struct ConversationOrder: Sendable {
  /// Indices of listed conversations by page, channel and id.
  let conversations: [UInt32]
  /// Places of all listed conversations, ascending, and the rank in the order above of each.
  private let places: [Place]
  private let ranks: [UInt32]

  private struct Key {
    let slice: UInt32
    let index: UInt32
    /// The eight bytes of the id after what all ids begin with.
    let distinction: UInt64
  }

  /// - Parameters:
  ///   - listing: the conversations.
  ///   - ids: their ids by index, as they are without redaction.
  ///   - sliceRanks: by slice, where it stands among all by page and channel.
  init(_ listing: ConversationListing, ids: RowTexts, sliceRanks: [UInt32]) {
    let listed = listing.conversations
    let common = Self.commonPrefix(of: ids, count: listed.count)
    var keys = listed.indices.map { index in
      Key(
        slice: sliceRanks[Int(listed[index].slice)], index: UInt32(index),
        distinction: Self.leading(ids[index].dropFirst(common)))
    }
    keys.sort { left, right in
      if left.slice != right.slice { return left.slice < right.slice }
      if left.distinction != right.distinction { return left.distinction < right.distinction }
      let (first, second) = (ids[Int(left.index)], ids[Int(right.index)])
      if first != second { return first.lexicographicallyPrecedes(second) }
      return listed[Int(left.index)].place < listed[Int(right.index)].place
    }
    conversations = keys.map(\.index)
    var ranked = conversations.enumerated().map { rank, index in
      (place: listed[Int(index)].place, rank: UInt32(rank))
    }
    ranked.sort { $0.place < $1.place }
    places = ranked.map(\.place)
    ranks = ranked.map(\.rank)
  }

  /// How many bytes all the texts have in common at their start.
  private static func commonPrefix(of ids: RowTexts, count: Int) -> Int {
    guard count > 0 else { return 0 }
    let first = ids[0]
    var common = first.count
    for index in 1..<max(count, 1) {
      common = zip(first.prefix(common), ids[index]).prefix { $0 == $1 }.count
    }
    return common
  }

  /// The first eight bytes as a number that sorts as they do, zeros for those that are missing.
  private static func leading(_ text: ArraySlice<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for byte in text.prefix(8) { number = number << 8 | UInt64(byte) }
    return text.isEmpty ? 0 : number << UInt64(8 * (8 - min(8, text.count)))
  }

  /// The rank of the conversation that is listed under a place; 0 where none is.
  private func rank(of place: Place) -> UInt32 {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place ? ranks[low] : 0
  }

  /// Openers with the ranks of their conversations, by that rank, then by instant and place.
  func openers(of listing: ConversationListing) -> [RankedOpener] {
    let listed = listing.openers
    var last: (place: Place, rank: UInt32)?
    // The openers of a conversation follow one another.
    var ranked = listed.indices.map { index in
      let place = listed[index].conversation
      let rank = if let last, last.place == place { last.rank } else { self.rank(of: place) }
      last = (place, rank)
      return RankedOpener(rank: rank, index: UInt32(index))
    }
    ranked.sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      let (first, second) = (listed[Int(left.index)], listed[Int(right.index)])
      return (first.instant, first.place) < (second.instant, second.place)
    }
    return ranked
  }
}

/// A listed opener and where its conversation stands in the files.
struct RankedOpener: Sendable {
  let rank: UInt32
  let index: UInt32
}
