/// How dates, times of the day and periods are written.
struct DateWording: Sendable {
  /// From January.
  var shortMonths: [String]
  var longMonths: [String]
  /// From Monday, with which weeks begin in every language.
  var shortWeekdays: [String]
  /// Between hours and minutes.
  var timeMark: String
  /// `{day}` as it stands before a month or in a range.
  var dayOfMonth: Phrase
  /// The first day of a month.
  var firstOfMonth: String
  /// Of `{day}` and a short `{month}`.
  var dayAndMonth: Phrase
  /// Of a `{date}` without its year and the `{year}`.
  var date: Phrase
  /// Of a short `{month}` and the `{year}`.
  var shortMonthAndYear: Phrase
  /// Of a long `{month}` and the `{year}`.
  var longMonthAndYear: Phrase
  /// Of the number `{n}` and the `{year}`.
  var quarter: Phrase
  /// Of a `{weekday}` and a `{date}`.
  var weekdayAndDate: Phrase
  /// A label of an axis, of `{day}`, short `{month}` and the month's number `{mm}`.
  var axisDay: Phrase
  /// Of the `{date}` that a week begins on.
  var weekFrom: Phrase
  var noPeriod: String
  /// The `{instant}` at which the report is true.
  var asOf: Phrase
  /// The `{period}` that this one is compared with.
  var comparedWith: Phrase
}
