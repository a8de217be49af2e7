import MessageHistory

/// Pairs of texts that one worker has fetched, one after the other.
struct FetchedTexts: Sendable {
  private(set) var bytes: [UInt8] = []
  /// With their numbers; they begin in `bytes`.
  private(set) var pairs: [(number: Int, pair: RowTexts.Pair)] = []

  /// Appends the texts of a number, whose row this is.
  mutating func append(_ number: Int, of row: inout RowSweep, as requests: TextRequests) {
    let start = bytes.count
    requests.first(number, &row, &bytes)
    let middle = bytes.count
    requests.second(number, &row, &bytes)
    pairs.append(
      (
        number,
        RowTexts.Pair(
          start: start, firstCount: UInt32(clamping: middle - start),
          secondCount: UInt32(clamping: bytes.count - middle))
      ))
  }

  // MARK: By themselves

  /// Rows are read one by one where they lie further apart, since a call costs as much as a few
  /// kibibytes of memory.
  private static let gap = 4 << 10
  /// Bytes that the wanted cells of nearly all rows lie in: of others more are read.
  private static let usualRow = 256
  private static let mostBytes = 256 << 10
  /// Rows that are fetched ahead at once: a device has use for some dozen requests.
  private static let aheadCount = 128

  /// Fetches texts of rows that may lie far apart, and appends them.
  ///
  /// - Parameters:
  ///   - requests: in the order of their rows.
  ///   - all: what they are some of.
  ///   - inputs: the inputs with the rows.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  mutating func fetch(
    _ requests: ArraySlice<TextRequests.Request>, as all: TextRequests, of inputs: PreparedInputs
  ) throws(MessageHistoryError) {
    var row = RowSweep(of: all.columns, in: inputs)
    var neighbours = requests[requests.startIndex..<requests.startIndex]
    var extent: InputExtent?
    for index in requests.indices {
      if (index - requests.startIndex) % Self.aheadCount == 0 {
        let ahead = requests[index...].dropFirst(Self.aheadCount)
        Self.fetchAhead(ahead.prefix(Self.aheadCount), of: inputs)
      }
      let request = requests[index]
      let here = extent ?? inputs.extent(around: request.place)
      if index == neighbours.endIndex {
        neighbours = Self.neighbours(in: requests[index...], here.places)
      }
      let last = neighbours[neighbours.endIndex - 1]
      try row.move(
        to: request.place, reading: last.place.distance(from: request.place) + Self.usualRow)
      append(request.number, of: &row, as: all)
      let isLastOfInput =
        index + 1 == requests.endIndex || requests[index + 1].place >= here.places.upperBound
      if isLastOfInput { try inputs[here.ordinal].checkUnchanged() }
      extent = isLastOfInput ? nil : here
    }
  }

  /// Has rows that come soon fetched into memory, where they are of one input.
  ///
  /// A history larger than memory has left it in part once it is read, and each of a million rows
  /// would wait for the device.
  private static func fetchAhead(
    _ requests: ArraySlice<TextRequests.Request>, of inputs: PreparedInputs
  ) {
    guard let first = requests.first, let last = requests.last else { return }
    let extent = inputs.extent(around: first.place)
    guard extent.places.contains(last.place) else { return }
    inputs[extent.ordinal].file.fetchAhead(
      requests.lazy.map { extent.offset(of: $0.place) }, count: usualRow)
  }

  /// The first requests whose rows are read together: of the input that lies there.
  private static func neighbours(
    in requests: ArraySlice<TextRequests.Request>, _ places: Range<Place>
  ) -> ArraySlice<TextRequests.Request> {
    var end = requests.startIndex + 1
    let first = requests[requests.startIndex].place
    while end < requests.endIndex, requests[end].place < places.upperBound,
      requests[end].place.distance(from: requests[end - 1].place) <= gap,
      requests[end].place.distance(from: first) <= mostBytes
    {
      end += 1
    }
    return requests[requests.startIndex..<end]
  }
}
