import Templates

/// The reference of the templates' fields, as Markdown: made from the shapes that templates are
/// checked against, so that it lists what a template may use and nothing else.
package struct TemplateReference {
  private let documents: [DocumentTemplate]

  /// Nil where no document has that name.
  ///
  /// - Parameter name: the document whose fields are listed; nil for all.
  package init?(of name: String? = nil) {
    documents = DocumentTemplate.all.filter { name == nil || $0.name == name }
    if documents.isEmpty { return nil }
  }

  /// The text, ending in a line end.
  package var markdown: String {
    let parts = documents.map { part(of: $0) } + (hasWords ? [words] : [])
    return ([introduction] + parts).joined(separator: "\n\n") + "\n"
  }

  /// A field of a document whose meaning is not written down; a test holds this to be empty.
  package var fieldsWithoutMeaning: [String] {
    documents.flatMap { document in
      fields(of: document).filter { FieldMeaning.of($0.path, in: document.name) == nil }
        .map { "\(document.name): \($0.path)" }
    }
  }

  private var introduction: String {
    """
    # Fields of the templates

    `a.b` is the field b of the record a; `a[]` is an item of the list a, written inside
    `{{#a}}…{{/a}}`, where its own fields and those outside of it are in reach. A flag is for
    `{{#flag}}…{{/flag}}`. Markup is HTML that this program made and is written as it is. A field
    that may be absent writes nothing and hides its section. A name that is not listed is an error.
    """
  }

  private func part(of document: DocumentTemplate) -> String {
    let rows = fields(of: document).map { field in
      "| `\(field.path)` | \(kind(of: field)) | \(FieldMeaning.of(field.path, in: document.name) ?? "") |"
    }
    return """
      ## \(document.name)

      | field | kind | meaning |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }

  private func kind(of field: TemplateField) -> String {
    field.isOptional ? "\(field.kind.rawValue), may be absent" : field.kind.rawValue
  }

  // MARK: Words

  /// The fields without the words, which all documents share and which are listed once.
  private func fields(of document: DocumentTemplate) -> [TemplateField] {
    document.shape.fields.filter { !$0.path.hasPrefix("words.") }
  }

  private var hasWords: Bool {
    documents.contains { $0.shape.fields.contains { $0.path == "words" } }
  }

  private var words: String {
    let wording = ReportLanguage.standard.wording
    let rows = TemplateWord.allCases.map { word in
      "| `words.\(word.rawValue)` | \(wording.text(word).replacing("|", with: "\\|")) |"
    }
    return """
      ## words

      Words of the page and the mail, in the report's language; here in English.

      | field | in English |
      | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }
}
