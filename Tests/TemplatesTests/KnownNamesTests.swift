import Templates
import Testing

struct KnownNamesTests {
  static let cases: [(found: String, known: [String], nearest: String?)] = [
    ("resposne_rate", ["response_rate", "response_time"], "response_rate"),
    ("titel", ["tilt", "title"], "title"),
    ("nam", ["name", "names"], "name"),
    ("bd", ["ad", "cd"], "ad"),
    ("x", ["y", "long"], "y"),
    ("median_secs", ["median_seconds"], "median_seconds"),
    ("median", ["median_seconds"], nil),
    ("abc", ["xyz"], nil),
    ("abc", [], nil),
    ("", ["a"], "a"),
    ("héllo", ["hello"], "hello"),
  ]

  @Test(arguments: cases)
  func `the nearest name is offered where one is near`(
    found: String, known: [String], nearest: String?
  ) {
    #expect(KnownNames(known).nearest(to: found) == nearest)
  }
}
