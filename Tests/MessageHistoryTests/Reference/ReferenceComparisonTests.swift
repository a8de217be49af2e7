import MessageHistory
import Testing

/// The engine against the plain reading of the same files.
struct ReferenceComparisonTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func readsDeduplicatesAndOrdersAsThePlainReadingDoes(group: UInt64) throws {
    for seed in (group * 1_000)..<(group * 1_000 + 16) {
      var random = RandomHistory(seed: seed)
      let files = random.files()
      let reading = HistoryReading(
        automationSenders: ["Robot"], workers: Int(seed % 3) + 1,
        memory: seed % 2 == 0 ? .unbounded : MemoryBudget(bytes: 64))
      let read = try reading.read(files.map { Array($0.utf8) })
      let reference = ReferenceHistory(files, automation: ["Robot"])

      let expected = reference.rows.map(\.settled)
      #expect(read.rows.map(\.withoutText) == expected.map(\.withoutText), "seed \(seed)")
      #expect(read.rows.map(\.text).sorted() == expected.map(\.text).sorted(), "seed \(seed)")
      #expect(Set(read.rows) == Set(expected), "seed \(seed)")
      #expect(read.history.rejected.map(\.reason) == reference.rejected, "seed \(seed)")
      #expect(read.history.duplicates == reference.duplicates, "seed \(seed)")
      #expect(read.totals.rowsRead == reference.counts.rowsRead, "seed \(seed)")
      #expect(read.totals.unknownKind == reference.counts.unknownKind, "seed \(seed)")
      #expect(read.totals.unknownStatus == reference.counts.unknownStatus, "seed \(seed)")
      #expect(read.totals.unknownRating == reference.counts.unknownRating, "seed \(seed)")
      #expect(
        read.totals.rowsRead == read.rows.count + reference.rejected.count
          + reference.duplicates.withID + reference.duplicates.wholeRow, "seed \(seed)")
    }
  }

  @Test func thePlainReadingKnowsQuotesAndLineEnds() {
    let text = "a,\"b\"\"c\"\r\n\"d\ne\",\n\nf"
    #expect(PlainRecords.of(text) == [["a", "b\"c"], ["d\ne", ""], [""], ["f"]])
  }
}
