package import MessageHistory

/// Many pairs of short texts of the inputs in one stretch of memory, by number.
package struct RowTexts: Sendable {
  private var bytes: [UInt8] = []
  private var pairs: [Pair]

  /// Where two texts lie, one after the other.
  private struct Pair {
    var start = 0
    var firstCount: UInt32 = 0
    var secondCount: UInt32 = 0
  }

  /// The first text of a number.
  package func first(_ number: Int) -> ArraySlice<UInt8> {
    let pair = pairs[number]
    return bytes[pair.start..<pair.start + Int(pair.firstCount)]
  }

  /// The second text of a number.
  package func second(_ number: Int) -> ArraySlice<UInt8> {
    let pair = pairs[number]
    let start = pair.start + Int(pair.firstCount)
    return bytes[start..<start + Int(pair.secondCount)]
  }

  /// A text to fetch: its row and its number.
  private struct Request {
    let place: Place
    let number: Int
  }

  /// Fetches texts in the order in which their rows lie in the inputs, each worker a stretch.
  ///
  /// So the inputs are read from front to back, wherever the texts are needed afterwards.
  /// - Parameters:
  ///   - count: how many pairs there are, numbered from 0.
  ///   - inputs: the inputs with the rows.
  ///   - workers: how many fetch at once, at least 1.
  ///   - place: the row of a number.
  ///   - texts: both texts of a number, from its row.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  package init(
    count: Int, of inputs: [PreparedInput], workers: Int,
    at place: (Int) -> Place,
    texts: @Sendable (_ number: Int, _ row: FetchedRow) -> (first: [UInt8], second: [UInt8])
  ) throws(MessageHistoryError) {
    pairs = Array(repeating: Pair(), count: count)
    let sorted = (0..<count).map { Request(place: place($0), number: $0) }
      .sorted { $0.place < $1.place }
    let shares = max(1, min(workers, sorted.count / Self.leastShare))
    let fetched = try withWorkers(shares) { (share) throws(MessageHistoryError) -> Stretch in
      var rows = RowFetcher(inputs: inputs)
      var stretch = Stretch()
      for request in sorted[sorted.count * share / shares..<sorted.count * (share + 1) / shares] {
        try rows.visitRow(at: request.place) { row in
          let (first, second) = texts(request.number, row)
          stretch.append(first, second)
        }
      }
      return stretch
    }
    var next = 0
    for stretch in fetched {
      let start = bytes.count
      bytes += stretch.bytes
      for pair in stretch.pairs {
        pairs[sorted[next].number] = pair
        pairs[sorted[next].number].start += start
        next += 1
      }
    }
  }

  /// Fewer texts than this are no work for another worker.
  private static let leastShare = 1_000

  /// The texts that one worker fetched, one after the other.
  private struct Stretch: Sendable {
    var bytes: [UInt8] = []
    var pairs: [Pair] = []

    mutating func append(_ first: [UInt8], _ second: [UInt8]) {
      pairs.append(
        Pair(
          start: bytes.count, firstCount: UInt32(clamping: first.count),
          secondCount: UInt32(clamping: second.count)))
      bytes += first
      bytes += second
    }
  }
}
