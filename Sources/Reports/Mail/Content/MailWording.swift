/// The words of the mail that do not stand in its templates, nor in `ReportWording`.
struct MailWording: Sendable {
  var moreAdvice = Phrase(
    one: "{n} more is in report.html.", other: "{n} more are in report.html.")
  var morePages = Phrase(
    one: "{n} more page is in summary.csv.", other: "{n} more pages are in summary.csv.")
  var moreSteps = Phrase(
    one: "{n} earlier step is in report.html.", other: "{n} earlier steps are in report.html.")
  var morePeople = Phrase(
    one: "{n} more, with fewer responses, is in employees.csv.",
    other: "{n} more, with fewer responses, are in employees.csv.")
  var rows: Phrase = "{read} rows read, {duplicates} duplicates, {rejected} rejected."
  var attached: Phrase = "Attached: {files}."
  var leftOut: Phrase = "Too large to attach: {files}."
  var barTitle: Phrase = "{answered} answered, {awaiting} awaiting, {missed} missed"

  static let english = MailWording()
}
