/// How numbers and lengths of time are written.
struct NumberWording: Sendable, Equatable {
  /// Between whole and decimals.
  var decimalMark: String
  /// Between groups of three digits.
  var groupMark: String
  /// Between a number and its percent sign; empty where there is nothing.
  var percentSpace: String
  var second: String
  var minute: String
  var hour: String
  var day: String
}
