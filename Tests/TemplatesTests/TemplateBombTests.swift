import Templates
import Testing

/// Small templates that ask for more than any machine has.
struct TemplateBombTests {
  /// Each of `count` templates includes the next one twice.
  private static func doublings(_ count: Int) -> [String: String] {
    var sources = ["main": "{{>t0}}", "t\(count)": "x"]
    for index in 0..<count { sources["t\(index)"] = "{{>t\(index + 1)}}{{>t\(index + 1)}}" }
    return sources
  }

  @Test func `inclusions that double are refused before there are data`() throws {
    let error = #expect(throws: TemplateError.self) {
      try library(Self.doublings(60)).check("main", against: .record([:]))
    }
    #expect(error?.problem == .tooManyTurns(limit: 100_000))
    #expect(error?.place.template.hasPrefix("t") == true)
  }

  @Test func `fewer doublings are what they say`() throws {
    #expect(try rendered(Self.doublings(10)) == String(repeating: "x", count: 1_024))
    try library(Self.doublings(10)).check("main", against: .record([:]))
  }

  private static let list = TemplateRecord([
    ("rows", .list((0..<30).map { .record(["name": .text("row \($0)")]) }))
  ])

  @Test func `a list inside itself ends at the limit of turns`() throws {
    let source = "{{#rows}}{{#rows}}{{#rows}}{{/rows}}{{/rows}}{{/rows}}"
    let error = #expect(throws: TemplateError.self) {
      try library(["main": source]).render(
        "main", with: Self.list, as: .plain, limits: TemplateLimits(turns: 10_000, bytes: .max))
    }
    #expect(
      error?.description
        == "main:1:22: error: too much is repeated (found more than 10000 turns, expected fewer); "
        + "look for templates that include each other several times, and for a list inside itself")
    #expect(
      try library(["main": source]).render(
        "main", with: Self.list, as: .plain,
        limits: TemplateLimits(turns: 27_930, bytes: .max)) == [])
  }

  @Test func `a list inside itself ends at the limit of output`() throws {
    let source = "{{#rows}}{{#rows}}{{name}}{{/rows}}{{/rows}}"
    let error = #expect(throws: TemplateError.self) {
      try library(["main": source]).render(
        "main", with: Self.list, as: .plain, limits: TemplateLimits(turns: .max, bytes: 1_000))
    }
    #expect(
      error?.description
        == "main:1:21: error: the output has no end in sight (found more than 1000 bytes, expected "
        + "fewer); look for a list that is repeated inside itself")
  }
}
