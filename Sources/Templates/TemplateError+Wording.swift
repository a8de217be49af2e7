extension TemplateError: CustomStringConvertible {
  /// The error as it is shown: `name:line:column: error: what (found, expected); what to do`.
  package var description: String {
    var text = "\(place): error: \(problem.wording)"
    if !inclusions.isEmpty {
      text += " (included at " + inclusions.map(\.description).joined(separator: ", from ") + ")"
    }
    return text
  }
}

extension TemplateError.Problem {
  /// The error without its place.
  var wording: String {
    switch self {
    case .unclosedTag(let expected, let interruption):
      let found = interruption.map { "another \(quoted($0)) before" } ?? "no end"
      return "tag is not closed (found \(found), expected \(quoted(expected))); close the tag"
    case .namelessTag:
      return "tag without a name (found nothing, expected a name); name a field or remove the tag"
    case .malformedName(let found):
      return "not a name (found \(quoted(found)), expected one word, with dots between its parts); "
        + "Mustache has names only, no expressions"
    case .malformedDelimiters(let found):
      return "not a pair of delimiters (found \(quoted(found)), expected two words without '='); "
        + "write for example {{=<% %>=}}"
    case .unclosedSection(let name):
      return "section is not closed (found the end of the template, expected \(quoted("/" + name)))"
        + "; add {{/\(shortened(name))}}"
    case .mismatchedClosing(let found, let expected, let opening):
      return "closing tag does not match (found \(quoted("/" + found)), expected "
        + "\(quoted("/" + expected)) for \(opening.line):\(opening.column)); close the inner one first"
    case .unopenedClosing(let name):
      return "closing tag without an opening one (found \(quoted("/" + name)), "
        + "expected nothing to close); remove it or open {{#\(shortened(name))}}"
    case .tagOutsideBlock(let found):
      return "tag without effect inside a parent (found \(quoted(found)), expected a block); "
        + "put it into a block {{$…}}"
    case .repeatedBlock(let name):
      return "block is given twice (found \(quoted(name)) again, expected it once); remove one"
    case .unknownBlock(let name, let parent, let known):
      return "unknown block (found \(quoted(name)), expected one of the blocks of "
        + "\(quoted(parent))); \(advice(for: name, among: known, noun: "blocks"))"
    case .nestedTooDeeply(let limit):
      return "nested too deeply (found level \(limit + 1), expected at most \(limit)); "
        + "look for a template that includes itself"
    case .tooManyTurns(let limit):
      return "too much is repeated (found more than \(limit) turns, expected fewer); look for "
        + "templates that include each other several times, and for a list inside itself"
    case .tooLong(let limit):
      return "the output has no end in sight (found more than \(limit) bytes, expected fewer); "
        + "look for a list that is repeated inside itself"
    case .repeatedTemplate(let name):
      return "two templates with one name (found \(quoted(name)) again, expected it once); "
        + "rename one"
    case .unknownTemplate(let name, let known):
      return "unknown template (found \(quoted(name)), expected one of the templates here); "
        + (known.nearest(to: name).map { "did you mean \(quoted($0))?" }
          ?? "correct the name or add a template that has it")
    case .endlessInclusion(let way):
      return "template includes itself without end (found "
        + "\(way.map(quoted).joined(separator: " > ")), expected an end); "
        + "put the inclusion into a section or remove it"
    case .unknownName(let name, let owner, let known):
      let fields = owner.map { "fields of \(quoted($0))" } ?? "fields here"
      return "unknown name (found \(quoted(name)), expected one of the \(fields)); "
        + advice(for: name, among: known, noun: "fields")
    case .noFields(let name, let owner, let kind):
      return "only a record has fields (found \(quoted(name)) of \(quoted(owner)), which is "
        + "\(kind.wording), expected a record); \(advice(for: owner, of: kind))"
    case .unwritable(let name, let kind):
      return "only text can be written (found \(quoted(name)), which is \(kind.wording), "
        + "expected text, a number or a flag); \(advice(for: name, of: kind))"
    }
  }
}

extension TemplateValueKind {
  /// The kind with its article.
  var wording: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "a record"
    case .markup: "markup"
    case .absent: "absent"
    }
  }
}

private func advice(for name: String, among known: KnownNames, noun: String) -> String {
  if let nearest = known.nearest(to: name) { return "did you mean \(quoted(nearest))?" }
  guard !known.sorted.isEmpty else { return "there are no \(noun) here" }
  let shown = known.sorted.prefix(8).map(quoted).joined(separator: ", ")
  let more = known.sorted.count > 8 ? " and \(known.sorted.count - 8) more" : ""
  return "the \(noun) are \(shown)\(more)"
}

private func advice(for name: String, of kind: TemplateValueKind) -> String {
  switch kind {
  case .list: "repeat it with {{#\(shortened(name))}}"
  case .record: "name one of its fields"
  case .text, .number, .flag, .markup, .absent: "end the name at \(quoted(name))"
  }
}

private func quoted(_ text: String) -> String {
  "'\(shortened(text))'"
}

/// The text on one line and of at most 60 scalars, for a broken tag can run over many lines.
private func shortened(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(60) {
    result.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
  }
  return String(result) + (text.unicodeScalars.count > 60 ? "…" : "")
}
