extension BenchmarkCaveat {
  /// The caveat in English, without a full stop, for a list.
  package var wording: String {
    switch self {
    case .olderThanFiveYears(let year):
      "older than five years (\(year))"
    case .undated:
      "no year is known for it"
    case .publicBesidePrivate:
      "it is about public messages and this page's are private: where both were counted, private "
        + "ones were answered more often (96 % against 86 %), so a result above the benchmark is "
        + "to be expected"
    case .otherChannel(let channel, let page):
      "it is about \(channel), not \(page)"
    case .widerIndustry(let industry):
      "it is about the wider industry \(industry)"
    case .joinedIndustries(let industry):
      "it is about the joined industries \(industry)"
    case .allIndustries:
      "it is about all industries"
    case .otherStatistic(let own, let statistic):
      "no verdict: ours is \(own.statisticWords), it is published as \"\(statistic.text)\""
    case .calendarTime:
      "both are calendar time, not office hours"
    case .fewOpeners(let count):
      "no verdict: \(Self.openers(count)), fewer than \(BenchmarkComparison.fewestOpeners)"
    case .hedged(let hedge):
      "published as \"\(hedge.rawValue)\" this value"
    case .quoted(let title):
      "as quoted by \"\(title)\""
    case .statedWish:
      "a wish stated in a survey, not a measurement; surveys differ in whom they ask, "
        + "and most ask in the United States"
    case .publishersInterest:
      "Most of these figures are published by vendors, about their own customers or to sell speed"
    }
  }

  private static func openers(_ count: Int) -> String {
    switch count {
    case 0: "no openers"
    case 1: "1 opener"
    default: "\(count) openers"
    }
  }
}

extension ComparedMetric {
  fileprivate var statisticWords: String {
    switch self {
    case .responseRate: "a share"
    case .meanFirstResponse: "a mean"
    case .medianFirstResponse: "a median"
    }
  }
}
