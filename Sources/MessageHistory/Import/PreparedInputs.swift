/// The inputs of a history in the order in which they were listed, laid end to end, so that one number
/// tells a place in them.
package struct PreparedInputs: RandomAccessCollection, Sendable {
  private let inputs: [PreparedInput]
  /// By input, where it begins; last, where the last one ends.
  private let starts: [Place]

  package init(_ inputs: [PreparedInput]) {
    self.inputs = inputs
    var starts = [Place(0)]
    for input in inputs { starts.append(starts[starts.count - 1].advanced(by: input.file.size)) }
    self.starts = starts
  }

  package var startIndex: Int { inputs.startIndex }
  package var endIndex: Int { inputs.endIndex }

  /// - Parameter ordinal: its place in the list, from 0.
  package subscript(ordinal: Int) -> PreparedInput { inputs[ordinal] }

  /// Bytes of all of them.
  package var size: Int { starts[starts.count - 1].distance(from: starts[0]) }

  /// Refuses more bytes than places can tell apart.
  func checkSize(limit: Int = Place.mostBytes) throws(MessageHistoryError) {
    guard size <= limit else { throw .tooManyBytes(count: size, limit: limit) }
  }

  /// The name of the input that a place lies in.
  package func name(at place: Place) -> String { self[extent(around: place).ordinal].file.name }

  /// Where an input lies.
  package func extent(of ordinal: Int) -> InputExtent {
    InputExtent(ordinal: ordinal, places: starts[ordinal]..<starts[ordinal + 1])
  }

  /// The place of a byte of an input, from 0.
  func place(of offset: Int, in ordinal: Int) -> Place { starts[ordinal].advanced(by: offset) }

  /// The input that a place lies in, which is in one of them.
  package func extent(around place: Place) -> InputExtent {
    // No two begin at one place, as each has a header at least, or a row.
    var (first, end) = (0, inputs.count)
    while end - first > 1 {
      let middle = (first + end) / 2
      if starts[middle] <= place { first = middle } else { end = middle }
    }
    return extent(of: first)
  }
}

extension PreparedInputs {
  /// The line, from 1, on which a place lies in its input.
  package func line(at place: Place) throws(MessageHistoryError) -> Int {
    let extent = extent(around: place)
    var finder = LineFinder(self[extent.ordinal])
    return try finder.line(at: extent.offset(of: place))
  }
}

/// Where an input lies among all.
package struct InputExtent: Equatable, Sendable {
  /// The input's place in the list, from 0.
  package let ordinal: Int
  /// The places of its bytes.
  package let places: Range<Place>

  /// The byte of the input, from 0, that a place of it means.
  package func offset(of place: Place) -> Int { place.distance(from: places.lowerBound) }
}
