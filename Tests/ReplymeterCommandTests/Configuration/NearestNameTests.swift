import ReplymeterCommand
import Testing

@Suite("The nearest known name")
struct NearestNameTests {
  @Test(
    "a typing error finds the name that was meant",
    arguments: [
      ("timezon", "timezone"), ("tiemzone", "timezone"), ("Timezone", "timezone"),
      ("time_zone", "timezone"), ("pagse", "pages"), ("sillence", "silence"), ("awya", "away"),
      ("polcy", "policy"), ("pages", "pages"), ("as-of", "as_of"),
    ])
  func meantName(word: String, expected: String) {
    #expect(nearestName(to: word, among: names) == expected)
  }

  @Test(
    "a word that is no typing error finds nothing",
    arguments: [
      "", "colour", "x", "zz", "benchmark_file_of_mine", String(repeating: "a", count: 500),
    ])
  func noName(word: String) {
    #expect(nearestName(to: word, among: names) == nil)
  }

  @Test("of equally near names the first is taken, and the nearest come first")
  func order() {
    #expect(nearestName(to: "bat", among: ["cat", "hat", "rat"]) == "cat")
    #expect(
      nearestNames(to: "conv-17", among: ["conv-99", "conv-18", "conv-7", "other"], atMost: 3)
        == ["conv-18", "conv-7", "conv-99"])
    #expect(nearestNames(to: "bat", among: ["cat"], atMost: 0) == [])
  }

  private let names = [
    "timezone", "title", "period", "as_of", "silence", "pages", "away", "policy",
  ]
}
