/// Why something does not enter a figure, by its name in the receipts of report.json.
enum LeftOutReason: String, CaseIterable, Sendable {
  case awaiting
  case missed
  case spam = "excluded_spam"
  case done = "excluded_done"
  case away = "excluded_away"
  case noSchedule = "no_schedule"
}
