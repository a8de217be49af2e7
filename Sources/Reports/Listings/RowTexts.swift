package import MessageHistory
import ResponseMetrics

/// Many pairs of short texts of the inputs in one stretch of memory, by number.
package struct RowTexts: Sendable {
  private var bytes: [UInt8] = []
  private var pairs: [Pair]

  /// Where two texts lie, one after the other.
  fileprivate struct Pair: BitwiseCopyable {
    var start = 0
    var firstCount: UInt32 = 0
    var secondCount: UInt32 = 0

    var first: Range<Int> { start..<start + Int(firstCount) }
    var second: Range<Int> { first.upperBound..<first.upperBound + Int(secondCount) }
  }

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

  /// A text to fetch: its row and its number.
  private struct Request: BitwiseCopyable {
    let place: Place
    let number: Int
  }

  /// Appends a text of a number, from its row, to others.
  package typealias AppendedText =
    @Sendable (
      _ number: Int, _ row: inout RowSweep, _ bytes: inout [UInt8]
    ) -> Void

  /// Fetches texts in the order in which their rows lie in the inputs, each worker a stretch after
  /// the other.
  ///
  /// So the inputs are read from front to back, wherever the texts are needed afterwards.
  /// - Parameters:
  ///   - count: how many pairs there are, numbered from 0.
  ///   - columns: those that the texts are taken from.
  ///   - inputs: the inputs with the rows.
  ///   - workers: how many fetch at once, at least 1.
  ///   - place: the row of a number.
  ///   - first: the first text of each.
  ///   - second: the second text of each.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  package init(
    count: Int, from columns: [Column] = [.conversationID] + ContactCell.columns,
    of inputs: [PreparedInput], workers: Int, at place: (Int) -> Place,
    first: AppendedText, second: AppendedText
  ) throws(MessageHistoryError) {
    pairs = Array(repeating: Pair(), count: count)
    var sorted = (0..<count).map { Request(place: place($0), number: $0) }
    // Who cares for how they lie in memory asks for them in order.
    if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0.place.number <= $1.place.number }) {
      // The least number of all stands for the least place.
      sorted.sortByNumber { Int64(bitPattern: $0.place.number ^ 1 << 63) }
    }
    let requests = sorted
    // Several for each worker, so that none waits long for the other.
    let shares = workers > 1 ? max(1, min(workers * 8, count / Self.leastShare)) : 1
    let fetched = try concurrently(shares, workers: workers) {
      (share) throws(MessageHistoryError) -> Stretch in
      try Stretch(
        requests[count * share / shares..<count * (share + 1) / shares], from: columns, of: inputs,
        first: first, second: second)
    }
    bytes.reserveCapacity(fetched.reduce(0) { $0 + $1.bytes.count })
    var next = 0
    for stretch in fetched {
      let start = bytes.count
      bytes += stretch.bytes
      for pair in stretch.pairs {
        pairs[requests[next].number] = pair
        pairs[requests[next].number].start += start
        next += 1
      }
    }
  }

  /// Fewer texts than this are no work for another worker.
  private static let leastShare = 1_000

  /// The texts that are fetched in one go, one after the other.
  private struct Stretch: Sendable {
    var bytes: [UInt8] = []
    var pairs: [Pair] = []

    /// Rows are read one by one where they lie further apart, since a call costs as much as a few
    /// kibibytes of memory.
    private static let gap = 4 << 10
    /// Bytes that the wanted cells of nearly all rows lie in: of others more are read.
    private static let usualRow = 256
    private static let mostBytes = 256 << 10
    /// Rows that are fetched ahead at once: a device has use for some dozen requests.
    private static let aheadCount = 128

    init(
      _ requests: ArraySlice<Request>, from columns: [Column], of inputs: [PreparedInput],
      first: AppendedText, second: AppendedText
    ) throws(MessageHistoryError) {
      var row = RowSweep(of: columns, in: inputs)
      var neighbours = requests[requests.startIndex..<requests.startIndex]
      pairs.reserveCapacity(requests.count)
      for index in requests.indices {
        if (index - requests.startIndex) % Self.aheadCount == 0 {
          let ahead = requests[index...].dropFirst(Self.aheadCount)
          Self.fetch(ahead.prefix(Self.aheadCount), of: inputs)
        }
        let request = requests[index]
        if index == neighbours.endIndex { neighbours = Self.neighbours(in: requests[index...]) }
        let last = neighbours[neighbours.endIndex - 1]
        try row.move(
          to: request.place, reading: last.place.offset - request.place.offset + Self.usualRow)
        let start = bytes.count
        first(request.number, &row, &bytes)
        let middle = bytes.count
        second(request.number, &row, &bytes)
        pairs.append(
          Pair(
            start: start, firstCount: UInt32(clamping: middle - start),
            secondCount: UInt32(clamping: bytes.count - middle)))
        if index + 1 == requests.endIndex || requests[index + 1].place.input != request.place.input
        {
          try inputs[request.place.input].checkUnchanged()
        }
      }
    }

    /// Has rows that come soon fetched into memory, where they are of one input.
    ///
    /// A history larger than memory has left it in part once it is read, and each of a million rows
    /// would wait for the device.
    private static func fetch(_ requests: ArraySlice<Request>, of inputs: [PreparedInput]) {
      guard let first = requests.first, requests.last?.place.input == first.place.input else {
        return
      }
      inputs[first.place.input].file.fetchAhead(
        requests.lazy.map(\.place.offset), count: usualRow)
    }

    /// The first requests whose rows are read together.
    private static func neighbours(in requests: ArraySlice<Request>) -> ArraySlice<Request> {
      var end = requests.startIndex + 1
      let first = requests[requests.startIndex].place
      while end < requests.endIndex, requests[end].place.input == first.input,
        requests[end].place.offset - requests[end - 1].place.offset <= gap,
        requests[end].place.offset - first.offset <= mostBytes
      {
        end += 1
      }
      return requests[requests.startIndex..<end]
    }
  }
}
