import Foundation
import Templates
import Testing

struct TemplateLibraryTests {
  /// Templates, of which `t` is marked, and the error's words after its place.
  static let broken: [(marked: String, others: [String: String], wording: String)] = [
    (
      "\n  {{> 👉haeder }}", ["header": "", "footer": ""],
      "unknown template (found 'haeder', expected one of the templates here); "
        + "did you mean 'header'?"
    ),
    (
      "{{#never}}{{<👉layout}}{{/layout}}{{/never}}", [:],
      "unknown template (found 'layout', expected one of the templates here); "
        + "correct the name or add a template that has it"
    ),
    (
      "{{<layout}}{{$👉titel}}x{{/titel}}{{/layout}}", ["layout": "{{$title}}{{/title}}"],
      "unknown block (found 'titel', expected one of the blocks of 'layout'); "
        + "did you mean 'title'?"
    ),
    (
      "{{<layout}}{{$👉body}}x{{/body}}{{/layout}}", ["layout": "{{body}}"],
      "unknown block (found 'body', expected one of the blocks of 'layout'); "
        + "there are no blocks here"
    ),
    (
      "{{>👉t}}", [:],
      "template includes itself without end (found 't' > 't', expected an end); "
        + "put the inclusion into a section or remove it"
    ),
    (
      "{{>👉m}}", ["a": "{{>m}}", "m": "{{<t}}{{/t}}"],
      "template includes itself without end (found 'm' > 't' > 'm', expected an end); "
        + "put the inclusion into a section or remove it"
    ),
  ]

  @Test(arguments: broken)
  func `templates that do not fit together are refused before any data`(
    marked: String, others: [String: String], wording: String
  ) {
    let template = MarkedTemplate(marked)
    let error = #expect(throws: TemplateError.self) {
      try library(others.merging(["t": template.source]) { $1 })
    }
    #expect(error?.description == "t:\(template.line):\(template.column): error: \(wording)")
  }

  @Test func `two templates with one name are refused`() throws {
    let template = try Template(parsing: "", name: "a")
    let error = #expect(throws: TemplateError.self) { try TemplateLibrary([template, template]) }
    #expect(
      error?.description
        == "a:1:1: error: two templates with one name (found 'a' again, expected it once); "
        + "rename one")
  }

  @Test func `a template that is not there is an error`() throws {
    let library = try library(["report.html": ""])
    let error = #expect(throws: TemplateError.self) {
      try library.render("report.htlm", with: [:], as: .html)
    }
    #expect(
      error?.description
        == "report.htlm:1:1: error: unknown template (found 'report.htlm', "
        + "expected one of the templates here); did you mean 'report.html'?")
  }

  @Test(arguments: [
    "{{#yes}}{{>main}}{{/yes}}",
    "{{^no}}{{>main}}{{/no}}",
    "{{#yes}}{{<main}}{{/main}}{{/yes}}",
    "{{$block}}{{>main}}{{/block}}",
    "{{$a}}{{<main}}{{$a}}{{>main}}{{/a}}{{/main}}{{/a}}",
  ])
  func `a template that goes on including itself fails instead of overflowing`(source: String)
    throws
  {
    let library = try library(["main": source])
    let limit = TemplateError.Problem.nestedTooDeeply(limit: 100)
    let renderingError = #expect(throws: TemplateError.self) {
      try library.render("main", with: ["yes": .flag(true), "no": .flag(false)], as: .plain)
    }
    #expect(renderingError?.problem == limit)
    let checkError = #expect(throws: TemplateError.self) {
      try library.check("main", against: .record(["yes": .flag, "no": .flag]))
    }
    #expect(checkError?.problem == limit)
    #expect(checkError?.place == renderingError?.place)
  }

  @Test func `a replacement does not replace the block of its own name inside it`() throws {
    #expect(
      try rendered([
        "main": "{{<layout}}{{$a}}[{{$a}}own{{/a}}]{{/a}}{{/layout}}",
        "layout": "{{$a}}default{{/a}}",
      ]) == "[own]")
  }

  @Test func `a parent inside a replacement keeps its blocks apart from the outer ones`() throws {
    #expect(
      try rendered([
        "main": """
        {{<page}}{{$title}}Page{{/title}}\
        {{$body}}{{<card}}{{$title}}Card{{/title}}{{/card}}{{/body}}{{/page}}
        """,
        "page": "<h1>{{$title}}{{/title}}</h1>{{$body}}{{/body}}",
        "card": "<h2>{{$title}}{{/title}}</h2>",
      ]) == "<h1>Page</h1><h2>Card</h2>")
  }

  @Test func `nesting up to the limit needs little stack and beyond it is an error`() async throws {
    let limit = TemplateLibrary.depthLimit
    let error = #expect(throws: TemplateError.self) {
      try Template(parsing: nested(limit + 1), name: "t")
    }
    #expect(
      error?.description
        == "t:1:\(6 * limit + 1): error: nested too deeply (found level 101, "
        + "expected at most 100); look for a template that includes itself")

    let sources = chain(of: limit).merging(["deep": nested(limit)]) { $1 }
    let result = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          returning: Result {
            let library = try library(sources)
            for name in ["main", "deep"] {
              try library.check(name, against: .record(["a": .flag]))
            }
            return try ["main", "deep"].map {
              try library.render($0, with: ["a": .flag(true)], as: .plain)
            }
          })
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
    #expect(try result.get() == [Array("x".utf8), Array("x".utf8)])
  }

  @Test func `an unconditional chain of inclusions longer than the limit is an error`() {
    let sources = chain(of: 10_000)
    let error = #expect(throws: TemplateError.self) { try library(sources) }
    #expect(error?.problem == .nestedTooDeeply(limit: 100))
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
  }

  /// Templates of which each includes the next one: `main`, `t1` … up to `t<count>`, which is x.
  private func chain(of count: Int) -> [String: String] {
    var sources = ["main": "{{>t1}}", "t\(count)": "x"]
    for index in 1..<count {
      sources["t\(index)"] = "{{>t\(index + 1)}}"
    }
    return sources
  }
}
