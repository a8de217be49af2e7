import Templates

/// The words of the templates: the record `words`, with a text for each `TemplateWord`.
struct TemplateWords: TemplateFilling {
  let wording: any Wording

  static var fields: [FilledField<Self>] {
    TemplateWord.allCases.map { word in .text(word.rawValue) { $0.wording.text(word) } }
  }
}
