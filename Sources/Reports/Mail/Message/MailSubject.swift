package import Templates

/// The subject of the mail as the configuration writes it: a small template.
package struct MailSubject: Sendable {
  /// Title and period, as the language sets them side by side.
  package static func standard(_ language: ReportLanguage = .standard) -> String {
    language.wording.standardSubject
  }

  /// What it may name.
  private static let shape = TemplateShape.record(["title": .text, "period": .text])
  private static let name = "subject"

  private let library: TemplateLibrary

  /// - Throws: `TemplateError` for a template that is broken or names anything but `title` and
  ///   `period`; its line is 1.
  package init(parsing source: String = standard()) throws(TemplateError) {
    library = try TemplateLibrary([Template(parsing: source, name: Self.name)])
    try library.check(Self.name, against: Self.shape)
  }

  /// - Parameters:
  ///   - title: the report's heading.
  ///   - period: its period, for people.
  /// - Returns: one line of at most 200 characters.
  /// - Throws: `TemplateError` where the template cannot be rendered.
  func text(title: String, period: String) throws(TemplateError) -> String {
    let bytes = try library.render(
      Self.name, with: ["title": .text(title), "period": .text(period)], as: .plain)
    return ShownText.shown(
      String(decoding: bytes, as: UTF8.self).withPlainSpaces, limit: Self.longest)
  }

  private static let longest = 200
}

extension String {
  /// The text with ordinary spaces in place of those that do not break.
  var withPlainSpaces: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }))
  }
}
