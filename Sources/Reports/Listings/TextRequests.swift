package import MessageHistory
import ResponseMetrics

/// Pairs of texts that are wanted of rows of the inputs, numbered from 0.
package struct TextRequests: Sendable {
  /// A pair to fetch: its row and its number.
  struct Request: BitwiseCopyable {
    let place: Place
    let number: Int
  }

  /// Appends a text of a number, from its row, to others.
  package typealias AppendedText =
    @Sendable (
      _ number: Int, _ row: inout RowSweep, _ bytes: inout [UInt8]
    ) -> Void

  /// Those that the texts are taken from.
  let columns: [Column]
  /// In the order of their rows.
  let sorted: [Request]
  let first: AppendedText
  let second: AppendedText

  /// - Parameters:
  ///   - count: how many pairs there are.
  ///   - columns: those that the texts are taken from.
  ///   - place: the row of a number.
  ///   - first: the first text of each.
  ///   - second: the second text of each.
  package init(
    count: Int, from columns: [Column] = [.conversationID] + ContactCell.columns,
    at place: (Int) -> Place, first: @escaping AppendedText, second: @escaping AppendedText
  ) {
    var sorted = (0..<count).map { Request(place: place($0), number: $0) }
    // Who cares for how they lie in memory asks for them in order.
    if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0.place.number <= $1.place.number }) {
      // The least number of all stands for the least place.
      sorted.sortByNumber { Int64(bitPattern: $0.place.number ^ 1 << 63) }
    }
    self.columns = columns
    self.sorted = sorted
    self.first = first
    self.second = second
  }

  var count: Int { sorted.count }

  /// By range of the inputs, the requests whose rows begin there.
  func divided(by ranges: PlaceRanges) -> [ArraySlice<Request>] {
    var start = 0
    return (0..<ranges.count).map { range in
      let rest = sorted[start...]
      let end = rest.firstIndex { ranges.range(of: $0.place) > range } ?? sorted.count
      defer { start = end }
      return sorted[start..<end]
    }
  }
}
