package import MessageHistory

/// Many pairs of short texts of the inputs in one stretch of memory, by number.
package struct RowTexts: Sendable {
  private var bytes: [UInt8] = []
  private var pairs: [Pair]

  /// Where two texts lie, one after the other.
  struct Pair: BitwiseCopyable {
    var start = 0
    var firstCount: UInt32 = 0
    var secondCount: UInt32 = 0

    var first: Range<Int> { start..<start + Int(firstCount) }
    var second: Range<Int> { first.upperBound..<first.upperBound + Int(secondCount) }
  }

  /// Not a text.
  package static let none = RowTexts(count: 0, [])

  /// The first text of a number.
  package func first(_ number: Int) -> ArraySlice<UInt8> { bytes[pairs[number].first] }

  /// The second text of a number.
  package func second(_ number: Int) -> ArraySlice<UInt8> { bytes[pairs[number].second] }

  /// All texts at hand.
  struct Table {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate let pairs: UnsafeBufferPointer<Pair>

    @inline(__always)
    func first(_ number: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[pairs[number].first])
    }

    @inline(__always)
    func second(_ number: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[pairs[number].second])
    }
  }

  func withTable<Result, Failure: Error>(
    _ body: (Table) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try pairs.withUnsafeBufferPointer { pairs throws(Failure) in
        try body(Table(bytes: UnsafeRawBufferPointer(bytes), pairs: pairs))
      }
    }
  }

  /// Fetches texts in the order in which their rows lie in the inputs, each worker a stretch after
  /// the other.
  ///
  /// So the inputs are read from front to back, wherever the texts are needed afterwards.
  /// - Parameters:
  ///   - requests: the texts.
  ///   - inputs: the inputs with the rows.
  ///   - workers: how many fetch at once, at least 1.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  package init(
    _ requests: TextRequests, of inputs: PreparedInputs, workers: Int
  ) throws(MessageHistoryError) {
    // Several for each worker, so that none waits long for the other.
    let count = requests.count
    let shares = workers > 1 ? max(1, min(workers * 8, count / Self.leastShare)) : 1
    self.init(
      count: count,
      try concurrently(shares, workers: workers) {
        (share) throws(MessageHistoryError) -> FetchedTexts in
        var fetched = FetchedTexts()
        try fetched.fetch(
          requests.sorted[count * share / shares..<count * (share + 1) / shares], as: requests,
          of: inputs)
        return fetched
      })
  }

  /// - Parameters:
  ///   - count: how many pairs there are.
  ///   - fetched: all of them, in any order.
  init(count: Int, _ fetched: [FetchedTexts]) {
    assert(fetched.reduce(0) { $0 + $1.pairs.count } == count, "texts are missing")
    pairs = Array(repeating: Pair(), count: count)
    bytes.reserveCapacity(fetched.reduce(0) { $0 + $1.bytes.count })
    for stretch in fetched {
      let start = bytes.count
      bytes += stretch.bytes
      for (number, pair) in stretch.pairs {
        pairs[number] = pair
        pairs[number].start += start
      }
    }
  }

  /// Fewer texts than this are no work for another worker.
  private static let leastShare = 1_000
}
