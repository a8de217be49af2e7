/// The terms that report.html defines, in the order in which it does.
enum DefinedTerm: CaseIterable, Sendable {
  case opener
  case firstResponse
  case outcomes
  case leftOut
  case responseRate
  case medianAnd90
  case normalVariation
  case officeHours
  case coverageGap
  case waiting
  case everyReply
  case outsideWindow
}
