package import MessageHistory

/// Many short texts of the inputs in one stretch of memory, by number.
package struct RowTexts: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int]
  private var counts: [UInt32]

  /// All texts empty.
  private init(count: Int) {
    starts = Array(repeating: 0, count: count)
    counts = Array(repeating: 0, count: count)
  }

  package subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[starts[number]..<starts[number] + Int(counts[number])]
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
  ///   - count: how many texts there are, numbered from 0.
  ///   - inputs: the inputs with the rows.
  ///   - workers: how many fetch at once, at least 1.
  ///   - place: the row of a number; nil where its text is empty.
  ///   - text: the text of a number that has a row.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  package init(
    count: Int, of inputs: [PreparedInput], workers: Int,
    at place: (Int) -> Place?,
    text: @Sendable (_ number: Int, _ rows: inout RowFetcher) throws(MessageHistoryError) -> [UInt8]
  ) throws(MessageHistoryError) {
    self.init(count: count)
    var requests: [Request] = []
    requests.reserveCapacity(count)
    for number in 0..<count {
      if let place = place(number) { requests.append(Request(place: place, number: number)) }
    }
    requests.sort { $0.place < $1.place }
    let sorted = requests
    let shares = max(1, min(workers, sorted.count / Self.leastShare))
    let fetched = try withWorkers(shares) { (share) throws(MessageHistoryError) -> Stretch in
      var rows = RowFetcher(inputs: inputs)
      var stretch = Stretch()
      for request in sorted[sorted.count * share / shares..<sorted.count * (share + 1) / shares] {
        stretch.append(try text(request.number, &rows))
      }
      return stretch
    }
    var next = 0
    for stretch in fetched {
      var start = bytes.count
      bytes += stretch.bytes
      for count in stretch.counts {
        starts[sorted[next].number] = start
        counts[sorted[next].number] = count
        start += Int(count)
        next += 1
      }
    }
  }

  /// Fewer texts than this are no work for another worker.
  private static let leastShare = 1_000

  /// The texts that one worker fetched, one after the other.
  private struct Stretch: Sendable {
    var bytes: [UInt8] = []
    var counts: [UInt32] = []

    mutating func append(_ text: [UInt8]) {
      bytes += text
      counts.append(UInt32(clamping: text.count))
    }
  }
}
