import Templates

/// Renders `main` among templates given by name.
func rendered(
  _ sources: [String: String], with record: TemplateRecord = [:], as kind: OutputKind = .plain
) throws(TemplateError) -> String {
  let bytes = try library(sources).render("main", with: record, as: kind)
  return String(decoding: bytes, as: UTF8.self)
}

/// Renders one template.
func rendered(
  _ source: String, with record: TemplateRecord = [:], as kind: OutputKind = .plain
) throws(TemplateError) -> String {
  try rendered(["main": source], with: record, as: kind)
}

func library(_ sources: [String: String]) throws(TemplateError) -> TemplateLibrary {
  var templates: [Template] = []
  for (name, source) in sources {
    templates.append(try Template(parsing: source, name: name))
  }
  return try TemplateLibrary(templates)
}

/// A template in which `👉` marks where an error must point.
struct MarkedTemplate {
  let source: String
  let line: Int
  let column: Int

  init(_ marked: String) {
    let parts = marked.split(separator: "👉", maxSplits: 1, omittingEmptySubsequences: false)
    source = parts.joined()
    let lines = parts[0].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    line = lines.count
    column = (lines.last?.count ?? 0) + 1
  }
}

/// SplitMix64: numbers that depend on nothing but the seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
