/// The settings that decide what counts.
struct SettingWording: Sendable {
  var zone: String
  var silence: String
  var done: String
  var away: String
  var leftOut: String
  var counted: String
  var policy: String
}
