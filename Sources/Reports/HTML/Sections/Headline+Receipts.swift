import ResponseMetrics

extension Headline {
  /// What a figure is made of, and what was left out by reason: a group of `FigureReceipts`.
  func receipts(_ group: String) -> [NamedFigure] {
    let counts =
      FigureReceipts.groups(of: scope.figures).first { $0.name == group }?.counts ?? []
    return counts.flatMap { reason, count -> [NamedFigure] in
      guard reason == "n" else {
        return [leftOut(LeftOutReason(rawValue: reason).map(context.words.reason) ?? reason, count)]
      }
      let counted = numbers.count(count)
      return group == "first_response"
        ? [NamedFigure(name: receiptWords.responses, value: counted)]
        : [
          NamedFigure(name: receiptWords.openers, value: counted),
          NamedFigure(name: receiptWords.answered, value: numbers.count(openers.answered)),
        ]
    }
  }

  /// What the chosen policy left out of pages' samples, by reason; none where that is not known.
  func badgeLeftOut(_ insights: [BadgeInsight]) -> [NamedFigure] {
    guard !insights.isEmpty else { return [] }
    return BadgePolicy.Exclusion.allCases.filter(context.policy.exclusions.contains)
      .map { reason in
        leftOut(
          context.words.exclusion(reason),
          insights.reduce(0) { $0 + $1.leftOut[reason] })
      }
  }

  private func leftOut(_ reason: String, _ count: Int) -> NamedFigure {
    NamedFigure(name: receiptWords.leftOut.text(["reason": reason]), value: numbers.count(count))
  }
}
