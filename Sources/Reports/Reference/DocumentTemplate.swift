package import Templates

/// A template that a document is made from, and what its data look like.
package struct DocumentTemplate {
  /// The name of the document, such as `summary.csv`; the template's file adds `.mustache`.
  package let name: String
  /// The fields that it may use.
  package let shape: TemplateShape

  /// All of them: the page, the mail, and every table but the listings.
  package static var all: [DocumentTemplate] {
    [
      DocumentTemplate(name: HTMLReport.templateName, shape: HTMLReport.shape),
      DocumentTemplate(name: MailReport.htmlName, shape: MailReport.shape),
      DocumentTemplate(name: MailReport.textName, shape: MailReport.shape),
    ]
      + ReportFile.allCases.filter { !$0.isListing }.map { file in
        DocumentTemplate(name: CSVReport.templateName(file), shape: CSVReport.shape(of: file))
      }
  }
}
