package import Templates

/// Renders report.html: one self-contained file for people.
package struct HTMLReport {
  /// The name of its template.
  package static let templateName = "report.html"

  /// The fields that the template may use; what each means stands beside the property that it is
  /// filled from, `ReportDocument` first.
  package static var shape: TemplateShape { ReportDocument.shape }

  private let library: TemplateLibrary
  private let extras: Extras
  private let language: ReportLanguage

  /// - Parameters:
  ///   - library: with a template of the name `templateName`.
  ///   - extras: what the report shows beyond the findings.
  ///   - language: of words, numbers and dates.
  package init(
    library: TemplateLibrary, extras: Extras = Extras(), language: ReportLanguage = .standard
  ) {
    self.library = library
    self.extras = extras
    self.language = language
  }

  /// The document as UTF-8.
  ///
  /// - Parameters:
  ///   - findings: what the run found.
  ///   - title: the report's heading.
  ///   - version: of the program.
  ///   - notes: what the run has to say about itself, each a sentence.
  /// - Returns: the same bytes for the same findings, title, version and notes.
  /// - Throws: `TemplateError` where the template asks for what is not there; a template that
  ///   passed the check against `shape` does not.
  package func render(
    _ findings: Findings, title: String, version: String, notes: [String]
  ) throws(TemplateError) -> [UInt8] {
    try render(
      ReportContext(findings: findings, extras: extras, words: language.wording), title: title,
      version: version, notes: notes)
  }

  /// The same for what page and mail are made of in common.
  package func render(
    _ context: ReportContext, title: String, version: String, notes: [String]
  ) throws(TemplateError) -> [UInt8] {
    let document = ReportDocument(title: title, version: version, notes: notes, context: context)
    return try library.render(Self.templateName, with: document.record, as: .html)
  }
}
