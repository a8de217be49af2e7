import MessageHistory
import ResponseMetrics

/// Makes the headline of one scope.
struct Headline {
  let context: ReportContext
  let scope: ReportScope
  /// In brief tiles have no receipts, and of the details only those that make a figure doubtful.
  var depth = PageDepth.full

  var words: HeadlineWording { context.words.headline }
  var receiptWords: ReceiptWording { context.words.receipts }
  var numbers: ReadableNumbers { context.numbers }
  var openers: OpenerFigures { scope.openers }

  var tiles: [HeadlineTile] {
    let tiles = [rate, median, p90, badge, waiting]
    return depth == .full ? tiles : tiles.map(\.inBrief)
  }

  // MARK: Rate

  /// Whether the headline is the settled rate: openers that may still be answered are no misses.
  private var isSettled: Bool { openers.awaiting > 0 }

  private var rate: HeadlineTile {
    let metric: PeriodChange.Metric = isSettled ? .settledResponseRate : .responseRate
    let change = context.change(metric, of: scope)
    let (verdict, tone) = rateVerdict(change)
    let interval = isSettled ? openers.settledResponseRateInterval : openers.responseRateInterval
    var details: [String] = []
    if isSettled {
      details.append(
        words.plainRate.text(
          count: openers.awaiting,
          [
            "rate": numbers.rate(openers.responseRate), "n": numbers.count(openers.awaiting),
          ]))
    }
    if let interval {
      details.append(
        words.interval.text([
          "low": numbers.rate(bound: interval.low), "high": numbers.rate(bound: interval.high),
        ]))
    }
    details.append(
      words.leftOutAsClosed.text(
        count: openers.excludedDone,
        [
          "n": numbers.count(openers.excludedDone), "share": numbers.rate(openers.closedShare),
        ]))
    return HeadlineTile(
      kind: "rate", label: isSettled ? words.settledResponseRate : words.responseRate,
      value: numbers.rate(isSettled ? openers.settledResponseRate : openers.responseRate),
      basis: words.ofOpeners.text(
        count: rateBasis, ["n": numbers.count(rateBasis)]),
      verdict: verdict, tone: tone,
      change: change.flatMap { change in
        changeText(
          change,
          difference: change.difference.map { numbers.points($0, as: words.changePoints) },
          value: numbers.rate(change.before))
      },
      details: details,
      warning: openers.isClosedMuch
        ? words.closedWarning.text(
          count: openers.excludedDone, ["n": numbers.count(openers.excludedDone)]) : nil,
      receipts: receipts(isSettled ? "settled_response_rate" : "response_rate"))
  }

  private var rateBasis: Int {
    isSettled ? openers.answered + openers.missed : openers.openers
  }

  private func rateVerdict(_ change: PeriodChange?) -> (String, tone: String) {
    guard let change else { return (words.notCompared, "even") }
    guard let verdict = change.verdict else {
      return (change.before == nil ? words.nothingBefore : words.noVerdict, "even")
    }
    return switch verdict {
    case .better: (provisional(words.verdictBetter), "good")
    case .worse: (provisional(words.verdictWorse), "bad")
    case .normal: (provisional(words.verdictNormal), "even")
    }
  }

  private func provisional(_ verdict: String) -> String {
    context.isPeriodOpen ? words.provisionalVerdict.text(["verdict": verdict]) : verdict
  }

  /// `+2.1 points · 90 % in 26 Oct – 1 Nov`; nil where there is nothing before.
  private func changeText(_ change: PeriodChange, difference: String?, value: String) -> String? {
    guard change.before != nil, let compared = context.findings.comparedPeriod else { return nil }
    let year = context.findings.period?.from.year ?? compared.from.year
    let before = words.before.text([
      "value": value, "period": context.dates.period(compared, within: year),
    ])
    return [difference, before].compactMap(\.self).joined(separator: " · ")
  }

  // MARK: Times

  private var median: HeadlineTile {
    time(
      .firstResponseMedian, kind: "median", label: words.median, openers.firstResponse.median,
      aware: openers.waitingAware.median, office: scope.figures.firstResponseOffice?.median)
  }

  private var p90: HeadlineTile {
    time(
      .firstResponseP90, kind: "p90", label: words.p90, openers.firstResponse.p90,
      aware: openers.waitingAware.p90, office: scope.figures.firstResponseOffice?.p90)
  }

  private func time(
    _ metric: PeriodChange.Metric, kind: String, label: String, _ time: Fraction?,
    aware: Int64?, office: Fraction?
  ) -> HeadlineTile {
    let change = context.change(metric, of: scope)
    let (verdict, tone) = timeVerdict(change)
    var details: [String] = []
    if kind == "median", let interval = openers.firstResponse.medianInterval {
      details.append(
        words.interval.text([
          "low": numbers.duration(interval.low), "high": numbers.duration(interval.high),
        ]))
    }
    if let aware { details.append(words.waitingAware.text(["time": numbers.duration(aware)])) }
    if let office { details.append(words.officeTime.text(["time": numbers.duration(office)])) }
    let answered = openers.firstResponse.count
    return HeadlineTile(
      kind: kind, label: label, value: numbers.duration(time),
      basis: words.ofAnswered.text(count: answered, ["n": numbers.count(answered)]),
      verdict: verdict, tone: tone,
      change: change.flatMap {
        changeText($0, difference: nil, value: numbers.duration($0.before))
      },
      details: details, warning: nil, receipts: receipts("first_response"))
  }

  /// A difference of medians is good or bad only beyond normal variation; other times are compared
  /// without that test.
  private func timeVerdict(_ change: PeriodChange?) -> (String, tone: String) {
    guard let change else { return (words.notCompared, "even") }
    guard let difference = change.difference else {
      return (change.before == nil ? words.nothingBefore : words.noVerdict, "even")
    }
    if difference == Fraction(0) { return (provisional(words.asFast), "even") }
    let isFaster = difference < Fraction(0)
    let length = isFaster ? Fraction(0) - difference : difference
    let phrase = isFaster ? words.faster : words.slower
    let text = phrase.text(["time": numbers.duration(length)])
    guard change.metric == .firstResponseMedian else {
      return (provisional(words.timeNotJudged.text(["change": text])), "even")
    }
    return switch change.isMedianApart {
    case true:
      (
        provisional(words.timeBeyondVariation.text(["change": text])), isFaster ? "good" : "bad"
      )
    case false: (provisional(words.timeWithinVariation.text(["change": text])), "even")
    case nil: (provisional(words.timeTooFew.text(["change": text])), "even")
    }
  }

  // MARK: Badge

  private var badge: HeadlineTile {
    guard scope.page != nil else { return badgeOfAllPages }
    let verdicts = context.badges(of: scope)
    guard let verdict = verdicts.last else {
      return HeadlineTile(
        kind: "badge", label: words.badge, value: ReadableNumbers.dash, basis: "",
        verdict: words.noVerdict, tone: "even", change: nil, details: [], warning: nil,
        receipts: [])
    }
    let insight = context.badgeInsight(of: scope)
    let standing = BadgeStanding(verdict, pace: insight?.pace, context: context)
    return HeadlineTile(
      kind: "badge", label: words.badge,
      value: verdict.isEarned ? context.words.badge.held : context.words.badge.notHeld,
      basis: words.badgeSample.text([
        "answered": numbers.count(verdict.answered), "sample": numbers.count(verdict.sample),
        "time": numbers.duration(verdict.responseTime),
      ]),
      verdict: BadgeStanding.story(of: verdicts, context: context),
      tone: verdict.isEarned ? "good" : "bad", change: nil,
      details: [standing.needs], warning: nil,
      receipts: [
        NamedFigure(name: receiptWords.sample, value: numbers.count(verdict.sample)),
        NamedFigure(name: receiptWords.answered, value: numbers.count(verdict.answered)),
      ] + badgeLeftOut(insight.map { [$0] } ?? []))
  }

  private var badgeOfAllPages: HeadlineTile {
    let rows = context.findings.badges
    let earned = rows.count { $0.last?.isEarned == true }
    let earnedBefore = rows.count { $0.first?.isEarned == true }
    let pages = context.findings.pages.count
    return HeadlineTile(
      kind: "badge", label: words.badge,
      value: pages == 0
        ? ReadableNumbers.dash
        : words.badgePages.text(["earned": numbers.count(earned), "n": numbers.count(pages)]),
      basis: pages == 0 ? "" : words.badgePagesDetail.text(count: pages),
      verdict: pages == 0
        ? words.noVerdict : words.badgeBefore.text(["n": numbers.count(earnedBefore)]),
      tone: earned < earnedBefore ? "bad" : "even", change: nil, details: [], warning: nil,
      receipts: pages == 0
        ? []
        : [
          NamedFigure(
            name: receiptWords.sample,
            value: numbers.count(rows.reduce(0) { $0 + ($1.last?.sample ?? 0) })),
          NamedFigure(
            name: receiptWords.answered,
            value: numbers.count(rows.reduce(0) { $0 + ($1.last?.answered ?? 0) })),
        ] + badgeLeftOut(context.findings.badgeInsights))
  }

  // MARK: Waiting

  private var waiting: HeadlineTile {
    let waiting = context.waiting(of: scope)
    let limit = context.extras.overdueAfter
    let overdue = waiting.count(longerThan: limit)
    let overdueText = words.waitingOverdue.text(
      count: overdue,
      [
        "n": numbers.count(overdue), "limit": numbers.duration(limit),
      ])
    return HeadlineTile(
      kind: "waiting", label: words.waitingNow, value: numbers.count(waiting.count),
      basis: waiting.longest.map {
        words.waitingLongest.text(["time": numbers.duration($0)])
      } ?? words.waitingNobody,
      verdict: overdueText, tone: overdue > 0 ? "bad" : "even", change: nil,
      details: [words.waitingNotCompared], warning: nil,
      receipts: [
        NamedFigure(name: receiptWords.conversations, value: numbers.count(waiting.count)),
        NamedFigure(
          name: receiptWords.overdue.text(["limit": numbers.duration(limit)]),
          value: numbers.count(overdue)),
        NamedFigure(
          name: receiptWords.neverWaiting, value: receiptWords.neverWaitingReasons),
      ])
  }
}
