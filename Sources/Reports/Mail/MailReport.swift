import HTMLDocument
package import Templates

/// Renders the mail: email.html for its body, email.txt beside it, and report.eml with both.
package struct MailReport {
  /// The names of its templates and documents.
  package static let htmlName = "email.html"
  package static let textName = "email.txt"
  package static let messageName = "report.eml"
  /// The tables that travel with the mail, in the order in which they are attached.
  package static let attachedFiles: [ReportFile] = [
    .summary, .channels, .employees, .changes, .badge, .benchmarks,
  ]
  /// The bytes that email.html stays under: some mail programs cut off the rest.
  package static let largestHTML = 100_000

  /// The fields that both templates may use; what each means stands beside the property that it is
  /// filled from, `MailContent` first.
  package static var shape: TemplateShape { MailContent.shape }

  /// The three documents of a mail.
  package struct Documents: Sendable {
    package let html: [UInt8]
    package let text: [UInt8]
    package let message: [UInt8]
  }

  private let library: TemplateLibrary
  private let extras: HTMLReport.Extras
  private let language: ReportLanguage

  /// - Parameters:
  ///   - library: with templates of the names `htmlName` and `textName`.
  ///   - extras: what the report shows beyond the findings.
  ///   - language: of words, numbers and dates.
  package init(
    library: TemplateLibrary, extras: HTMLReport.Extras = HTMLReport.Extras(),
    language: ReportLanguage = .standard
  ) {
    self.library = library
    self.extras = extras
    self.language = language
  }

  /// The documents; the same for the same arguments.
  ///
  /// - Parameters:
  ///   - findings: what the run found.
  ///   - title: the report's heading.
  ///   - version: of the program.
  ///   - notes: what the run has to say about itself, each a sentence.
  ///   - head: sender, receivers and subject.
  ///   - tables: the files of `attachedFiles`, in that order; those that do not fit are left out,
  ///     and the mail says so.
  /// - Returns: the page, its text twin and the message.
  /// - Throws: `TemplateError` where a template asks for what is not there, `MailError` where
  ///   what it makes is no mail; the built-in ones and those that passed the check against `shape`
  ///   do not throw the first, the built-in ones not the second.
  package func render(
    _ findings: Findings, title: String, version: String, notes: [String], head: MailHead,
    tables: [MailAttachment]
  ) throws -> Documents {
    try render(
      ReportContext(findings: findings, extras: extras, words: language.wording), title: title,
      version: version, notes: notes, head: head, tables: tables)
  }

  /// The same for what page and mail are made of in common.
  package func render(
    _ context: ReportContext, title: String, version: String, notes: [String], head: MailHead,
    tables: [MailAttachment]
  ) throws -> Documents {
    let findings = context.findings
    // Room is kept for the longest body, so that the body can say what is attached.
    let attachments = MailMessage.fitting(tables, besides: 2 * Self.largestHTML)
    let files = AttachedFiles(
      attached: attachments.map(\.name),
      leftOut: tables.map(\.name).filter { name in !attachments.contains { $0.name == name } })
    var limits = MailLimits.usual
    while true {
      let content = MailContent(
        title: title, version: version, notes: notes, files: files, limits: limits,
        context: context)
      let html = try html(of: content)
      let text = try library.render(Self.textName, with: content.record, as: .plain)
      guard html.count >= Self.largestHTML || text.count >= Self.largestHTML else {
        let plain = Array(String(decoding: text, as: UTF8.self).withPlainSpaces.utf8)
        let message = MailMessage(
          from: head.from, to: head.to,
          subject: try head.subject.text(title: content.title, period: content.period),
          language: content.language, date: findings.asOf, clock: findings.clock, text: plain,
          html: html, attachments: attachments)
        return Documents(html: html, text: plain, message: message.rendered())
      }
      guard let fewer = limits.halved else {
        throw MailError.tooLarge(bytes: max(html.count, text.count), limit: Self.largestHTML)
      }
      limits = fewer
    }
  }

  private func html(of content: MailContent) throws -> [UInt8] {
    let source = try library.render(Self.htmlName, with: content.record, as: .html)
    do throws(HTMLError) {
      let tree = try HTMLTree(parsing: source)
      try tree.inlineStyles()
      try tree.removeUnusedClasses()
      return tree.serialized()
    } catch {
      throw MailError.markup(error)
    }
  }
}
