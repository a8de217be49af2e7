import Testing

@testable import ReplymeterCommand

/// The line of a long run on a terminal.
struct ProgressLineTests {
  @Test(arguments: [
    (
      ProgressLine(phase: .reading, count: 0, total: 4_000_000_000, elapsed: .zero), 60,
      "reading   0 % [..............................] "
    ),
    (
      ProgressLine(
        phase: .reading, count: 1_000_000_000, total: 4_000_000_000, elapsed: .seconds(2)), 60,
      "reading  25 % [#####.................] 500.0 MB/s, 6 s left"
    ),
    (
      ProgressLine(
        phase: .reading, count: 1_000_000_000, total: 4_000_000_000, elapsed: .seconds(2)), 30,
      "reading  25 %"
    ),
    (
      ProgressLine(
        phase: .reading, count: 1_000_000_000, total: 4_000_000_000, elapsed: .seconds(2)), 8,
      "reading"
    ),
    (
      ProgressLine(phase: .reading, count: 2, total: 1_000, elapsed: .seconds(1)), 200,
      "reading   0 % [..............................] 2 B/s, 8 min 19 s left"
    ),
    // What grew while it was read.
    (
      ProgressLine(phase: .reading, count: 20, total: 10, elapsed: .seconds(1)), 200,
      "reading 100 % [##############################] 20 B/s, 0 s left"
    ),
    (ProgressLine(phase: .writing, count: 10, total: 10, elapsed: .seconds(1)), 60, "writing …"),
    (ProgressLine(phase: .opening, count: 0, total: 0, elapsed: .zero), 60, "opening …"),
    (ProgressLine(phase: .opening, count: 0, total: 0, elapsed: .zero), 0, ""),
  ])
  func saysHowFarARunIs(line: ProgressLine, width: Int, text: String) {
    #expect(line.text(width: width) == text)
    #expect(line.text(width: width).count < max(1, width))
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB"),
    (1_234_567_890, "1.2 GB"), (5e15, "5000.0 TB"),
  ])
  func writesSizes(bytes: Double, text: String) {
    #expect(ProgressLine.size(bytes) == text)
  }
}
