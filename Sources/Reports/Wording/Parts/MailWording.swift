/// The sentences of the mail that report.html does not have.
struct MailWording: Sendable {
  var moreAdvice: Phrase
  var morePages: Phrase
  var moreSteps: Phrase
  var morePeople: Phrase
  var rows: Phrase
  var attached: Phrase
  var leftOut: Phrase
  var barTitle: Phrase
  /// Above the response rate by day, by week or by month.
  var rateByDay: String
  var rateByWeek: String
  var rateByMonth: String
  /// Lines of the text twin, for those who see no tables.
  var pageLine: Phrase
  var stepLine: Phrase
  var personLine: Phrase
  /// A person whose times are not to be compared.
  var fewPersonLine: Phrase
  var waitingLine: Phrase
  var overdueLine: Phrase
}
