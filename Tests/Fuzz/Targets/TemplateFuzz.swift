import Templates

/// Any template ends as text or as an error with a place; what passes the check can be written.
///
/// An input is the main template and, after a byte 0xFF each, two partials.
enum TemplateFuzz {
  private static let record: TemplateRecord = [
    "a": .text("<x>"), "n": .number("1"), "yes": .flag(true), "no": .flag(false),
    "rows": .list([.record(["a": .text("1")]), .record(["a": .text("2")])]),
    "r": .record(["a": .absent, "m": .markup("<br>")]), "none": .list([]), "gone": .absent,
  ]
  private static let shape = TemplateShape.record([
    "a": .text, "n": .number, "yes": .flag, "no": .flag, "rows": .list(.record(["a": .text])),
    "r": .record(["a": .optional(.text), "m": .markup]), "none": .list(.text),
    "gone": .optional(.record(["a": .text])),
  ])

  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    var input = FuzzInput(bytes)
    let texts = ["main", "p", "q"].map { (name: $0, text: input.part()) }
    let library: TemplateLibrary
    do throws(TemplateError) {
      library = try TemplateLibrary(templates(texts))
      try library.check("main", against: shape)
    } catch {
      let text = texts.first { $0.name == error.place.template }?.text ?? []
      try require(
        1...text.count + 1 ~= error.place.line && error.place.column > 0,
        "place \(error.place) of \(error.problem)")
      return
    }
    do throws(TemplateError) {
      for kind in [OutputKind.html, .csv(separator: 0x2C), .plain] {
        _ = try library.render("main", with: record, as: kind)
      }
    } catch {
      throw FuzzFinding("passes the check and cannot be written: \(error)")
    }
  }

  private static func templates(
    _ texts: [(name: String, text: [UInt8])]
  ) throws(TemplateError) -> [Template] {
    var templates: [Template] = []
    for (name, text) in texts {
      templates.append(try Template(parsing: String(decoding: text, as: UTF8.self), name: name))
    }
    return templates
  }
}
