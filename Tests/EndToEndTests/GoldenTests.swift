import TestSupport
import Testing

/// The goldens' own rules, since a golden that never fails proves nothing.
struct GoldenTests {
  /// The environment, what stands in the golden before and after, and whether the test fails.
  private static let cases: [([String: String], before: String?, after: String?, fails: Bool)] = [
    ([:], nil, "new\n", true),
    ([:], "old\n", "old\n", true),
    ([:], "new\n", "new\n", false),
    (["RECORD_GOLDENS": "1"], "old\n", "new\n", true),
    (["CI": "true"], nil, nil, true),
    (["CI": "true"], "old\n", "old\n", true),
    (["CI": "true", "RECORD_GOLDENS": "1"], "old\n", "old\n", true),
  ]

  @Test(arguments: cases)
  func writesOnlyWhereItFailsAndMay(
    environment: [String: String], before: String?, after: String?, fails: Bool
  ) throws {
    let place = try TemporaryFolder()
    if let before { try place.write(before, to: "golden.txt") }
    let golden = Golden(folder: place.path, environment: environment)
    if fails {
      withKnownIssue { try golden.expect("new\n", named: "golden.txt") }
    } else {
      try golden.expect("new\n", named: "golden.txt")
    }
    #expect((try? place.text(of: "golden.txt")) == after)
  }

  @Test func showsTheLinesThatDiffer() {
    #expect(
      Golden.difference(from: "a\nb\nc\n", to: "a\nB\nc\nd\n")
        == "- 2: b\n+ 2: B\n+ 4: d")
    #expect(Golden.difference(from: "a\n", to: "1\n2\n", limit: 1) == "- 1: a\nand 2 more lines")
  }
}
