import Testing

@testable import ResponseMetrics

struct SeatNotesTests {
  /// Whoever is entered by a note has it, however much memory moves meanwhile.
  @Test func aNoteOfANewSeatIsKept() {
    var notes = SeatNotes(days: 20_000..<20_001)
    for employee in 0..<1_000 as Range<UInt32> {
      notes.note(page: Int(employee % 3), employee: employee).pointee.ratings += Int(employee)
    }
    let ledger = notes.ledger()
    #expect(ledger.counts.map(\.ratings) == Array(0..<1_000))
  }
}
