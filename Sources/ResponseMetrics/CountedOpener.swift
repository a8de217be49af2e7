/// An opener as groups count it, told once for all of them.
struct CountedOpener {
  let outcome: Int
  let isAnswered: Bool
  /// How many of `ResponseThreshold` the wait of an answered one is beyond.
  let thresholdsExceeded: Int
  /// 1 for an eligible one whose first outbound message is automated, else 0.
  let automatedFirst: Int
  /// 1 for an eligible one with automated replies only, else 0.
  let handledByAutomation: Int

  /// The thresholds are written out in milliseconds, since a list of them would be walked over for
  /// each of millions of openers.
  @inline(__always)
  init(_ row: WaitRow) {
    let wait = row.wait
    var exceeded = 0
    exceeded &+= wait > 60_000 ? 1 : 0
    exceeded &+= wait > 300_000 ? 1 : 0
    exceeded &+= wait > 900_000 ? 1 : 0
    exceeded &+= wait > 3_600_000 ? 1 : 0
    exceeded &+= wait > 14_400_000 ? 1 : 0
    exceeded &+= wait > 28_800_000 ? 1 : 0
    exceeded &+= wait > 86_400_000 ? 1 : 0
    outcome = row.outcome
    isAnswered = row.isAnswered
    thresholdsExceeded = exceeded
    automatedFirst = row.isEligible && row.isFirstOutboundAutomated ? 1 : 0
    handledByAutomation = row.isEligible && row.isHandledByAutomation ? 1 : 0
  }
}
