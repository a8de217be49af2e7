import Templates
import Testing

struct TemplateFuzzTests {
  static let record: TemplateRecord = [
    "a": .text("<x>"), "n": .number("1"), "yes": .flag(true), "no": .flag(false),
    "rows": .list([.record(["a": .text("1")]), .record(["a": .text("2")])]),
    "r": .record(["a": .absent, "m": .markup("<br>")]), "none": .list([]), "gone": .absent,
  ]
  static let shape = TemplateShape.record([
    "a": .text, "n": .number, "yes": .flag, "no": .flag, "rows": .list(.record(["a": .text])),
    "r": .record(["a": .optional(.text), "m": .markup]), "none": .list(.text),
    "gone": .optional(.record(["a": .text])),
  ])
  static let fragments = [
    "{{a}}", "{{{n}}}", "{{&r.m}}", "{{#rows}}", "{{/rows}}", "{{^no}}", "{{/no}}", "{{#yes}}",
    "{{/yes}}", "{{>p}}", "{{>q}}", "{{<q}}", "{{/q}}", "{{$b}}", "{{/b}}", "{{! c }}", "{{.}}",
    "{{=<% %>=}}", "<%={{ }}=%>", "\n", "  ", "\r\n", "{{", "}}", "{", "=", "é", "{{gone.a}}",
    "{{#r}}", "{{/r}}", "{{none}}", "{{>main}}", "text", "\u{301}", "\u{0}",
    "{{#yes}}{{a}}{{/yes}}", "{{<q}}{{$b}}{{a}}\n{{/b}}{{/q}}", "\n  {{>p}}\n",
  ]

  @Test func `the data are of the shape`() {
    #expect(Self.shape.firstMismatch(in: .record(Self.record)) == nil)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `any template ends as output or as an error with a place`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let plain = try Template(parsing: "p", name: "p")
    let parent = try Template(
      parsing: "q {{$b}}\n  {{a}}\n{{/b}}\n{{$c}}{{/c}}", name: "q")
    var parsed = 0
    var passed = 0
    for _ in 0..<400 {
      let source = randomSource(using: &generator)
      let inner = randomSource(using: &generator)
      do throws(TemplateError) {
        let main = try Template(parsing: source, name: "main")
        parsed += 1
        let library = try TemplateLibrary([
          main, (try? Template(parsing: inner, name: "p")) ?? plain, parent,
        ])
        do {
          _ = try library.render("main", with: Self.record, as: .html)
        } catch {
          #expect(throws: TemplateError.self, "seed \(seed): \(source.debugDescription)") {
            try library.check("main", against: Self.shape)
          }
          throw error
        }
        passed += 1
      } catch {
        let text = error.place.template == "main" ? source : inner
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
        #expect(
          (1...lines).contains(error.place.line), "seed \(seed): \(source.debugDescription)")
      }
    }
    // The mutations must reach all stages, else the test shows nothing.
    #expect(parsed > 40 && passed > 20, "seed \(seed)")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `text without tags is written as it is`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = ["a", " ", "\n", "\r\n", "\t", "}", "{ ", "é", "\u{301}", "}}", "  "]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...30, using: &generator))
        .compactMap { _ in alphabet.randomElement(using: &generator) }.joined()
      #expect(try Array(rendered(text).utf8) == Array(text.utf8), "seed \(seed)")
    }
  }

  private func randomSource(using generator: inout SeededGenerator) -> String {
    var parts = (0..<Int.random(in: 1...9, using: &generator))
      .compactMap { _ in Self.fragments.randomElement(using: &generator) }
    // Half of the sources get their sections closed, so that more of them parse.
    if Bool.random(using: &generator) {
      var open: [String] = []
      parts = parts.filter { !$0.hasPrefix("{{/") }
      for part in parts where ["{{#", "{{^", "{{$", "{{<"].contains(String(part.prefix(3))) {
        if !part.contains("{{/") { open.append(String(part.dropFirst(3).dropLast(2))) }
      }
      parts += open.reversed().map { "{{/\($0)}}" }
    }
    var bytes = Array(parts.joined().utf8)
    if !bytes.isEmpty, Int.random(in: 0..<4, using: &generator) == 0 {
      let position = Int.random(in: bytes.indices, using: &generator)
      bytes[position] = UInt8.random(in: 0x20...0x7E, using: &generator)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
