import TestSupport
import Testing

@testable import MessageHistory

/// Instants written by us in some form, zone and precision are read back as they were.
struct TimestampFormFuzzTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let clocks = [LocalClock.utc, TestClocks.paris, TestClocks.havana]
    for form in TimestampForm.allCases {
      let clock = random.element(of: clocks) ?? .utc
      let dayRange = -3_000..<20_000
      var written: [Int64] = []
      var rows = "conversation_id,timestamp,direction\n"
      for _ in 0..<60 {
        // From 2000 on, so that two digits tell the year.
        let days = random.number(in: dayRange) + 14_000
        let raw = Int64(days) * 86_400_000 + Int64(random.number(in: 0..<86_400_000))
        let instant = raw / form.precision * form.precision
        // A time that the clock shows twice cannot be told from its twin.
        let local = clock.localMilliseconds(at: Instant(milliseconds: instant))
        if clock.resolve(localMilliseconds: local).instant.milliseconds != instant { continue }
        rows += "\(written.count),\"\(form.text(instant, clock: clock, &random))\",in\n"
        written.append(instant)
      }
      let reading = HistoryReading(clock: clock, zones: [clock.name: clock])
      let read = try reading.read(rows)
      #expect(
        read.rows.map(\.milliseconds).sorted() == written.sorted(), "\(random), \(form)")
      #expect(read.history.rejected == [], "\(random), \(form)")
    }
  }
}
