import Testing

@testable import MessageHistory

struct CountsByInputTests {
  private func counts(rows: Int, unknownKind: String? = nil) -> InputCounts {
    var counts = InputCounts()
    counts.rowsRead = rows
    if let unknownKind { Array(unknownKind.utf8).withUnsafeBytes { counts.unknownKinds.note($0) } }
    return counts
  }

  @Test func countsOfAllWorkersAreAddedUpInputByInput() {
    var first = PartialCounts()
    first.add(counts(rows: 1), of: 0)
    first.add(counts(rows: 2), of: 0)
    first.add(counts(rows: 5), of: 3)
    var second = PartialCounts()
    second.add(counts(rows: 5), of: 1)
    second.add(counts(rows: 7), of: 3)
    let byInput = CountsByInput(inputs: 4, parts: [first, second])
    #expect(byInput.map(\.rowsRead) == [3, 5, 0, 12])
  }

  @Test func wordsStayWithTheirInput() {
    var part = PartialCounts()
    part.add(counts(rows: 1, unknownKind: "call"), of: 0)
    part.add(counts(rows: 1, unknownKind: "fax"), of: 1)
    part.add(counts(rows: 1, unknownKind: "fax"), of: 1)
    var other = PartialCounts()
    other.add(counts(rows: 1, unknownKind: "fax"), of: 0)
    let byInput = CountsByInput(inputs: 3, parts: [part, other])
    var both = counts(rows: 1, unknownKind: "call")
    both += counts(rows: 1, unknownKind: "fax")
    #expect(byInput[0] == both)
    #expect(byInput[1].unknownKinds.total == 2)
    #expect(byInput[2] == InputCounts())
  }
}
