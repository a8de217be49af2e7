import TestSupport
import Testing

@testable import MessageHistory

/// Places count the bytes of all inputs, and lead back to the byte of the input that they mean.
struct PreparedInputsTests {
  private static let header = "conversation_id,timestamp,direction\n"

  /// Inputs with so many bytes behind their headers.
  private static func inputs(_ rows: [Int], in folder: TemporaryFolder) throws -> PreparedInputs {
    PreparedInputs(
      try HistoryReading().prepare(
        rows.map { Array((header + String(repeating: "x", count: $0)).utf8) }, in: folder))
  }

  @Test(arguments: [[0], [5], [0, 0], [3, 0, 1_000, 1, 1], Array(0..<40)])
  func everyByteHasAPlace(rows: [Int]) throws {
    let folder = try TemporaryFolder()
    let inputs = try Self.inputs(rows, in: folder)
    var next = 0
    for (ordinal, rows) in rows.enumerated() {
      let size = Self.header.utf8.count + rows
      let extent = inputs.extent(of: ordinal)
      #expect(extent.ordinal == ordinal)
      #expect(extent.places == Place(next)..<Place(next + size))
      for offset in [0, 1, size / 2, size - 1] {
        let place = extent.places.lowerBound.advanced(by: offset)
        #expect(inputs.place(of: offset, in: ordinal) == place)
        #expect(place == Place(next + offset))
        #expect(inputs.extent(around: place) == extent)
        #expect(extent.offset(of: place) == offset)
        #expect(inputs.name(at: place) == inputs[ordinal].file.name)
      }
      next += size
    }
    #expect(inputs.size == next)
    #expect(inputs.count == rows.count)
  }

  @Test func moreBytesThanPlacesAreRefused() throws {
    let folder = try TemporaryFolder()
    let inputs = try Self.inputs([5, 6], in: folder)
    try inputs.checkSize()
    try inputs.checkSize(limit: inputs.size)
    let limit = inputs.size - 1
    #expect(throws: MessageHistoryError.tooManyBytes(count: inputs.size, limit: limit)) {
      try inputs.checkSize(limit: limit)
    }
  }
}
