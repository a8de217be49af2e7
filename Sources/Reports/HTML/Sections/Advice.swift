import MessageHistory
import ResponseMetrics

/// What a manager should do next, the most pressing first.
struct Advice {
  let context: ReportContext
  let scope: ReportScope

  /// Openers from which on a coverage gap is worth a word at the top.
  private static let fewestGapOpeners = 3
  /// Further openers from which on the badge is not close to being lost.
  private static let safeMargin = 3

  private var words: any Wording { context.words }
  private var numbers: ReadableNumbers { context.numbers }

  /// Sentences; one that says so where there is nothing to do.
  var sentences: [String] {
    let all = [waiting, badge, gap, closed].compactMap(\.self) + targets
    return all.isEmpty ? [words.advice.nothing] : all
  }

  private var waiting: String? {
    let waiting = context.waiting(of: scope)
    guard let longest = waiting.longest else { return nil }
    let limit = context.extras.overdueAfter
    let overdue = waiting.count(longerThan: limit)
    let (phrase, count) =
      overdue > 0
      ? (words.advice.answerOverdue, overdue) : (words.advice.answerWaiting, waiting.count)
    return phrase.text(
      count: count,
      [
        "n": numbers.count(count), "limit": numbers.duration(limit),
        "longest": numbers.duration(longest),
      ])
  }

  private var badge: String? {
    guard scope.page != nil else { return badgeOfAllPages }
    guard let verdict = context.badges(of: scope).last else { return nil }
    if !verdict.isEarned {
      return words.advice.winBack.text([
        "way": BadgeStanding(
          verdict, pace: context.badgeInsight(of: scope)?.pace, context: context
        ).wayBack
      ])
    }
    guard let margin = verdict.marginOpeners, margin < Self.safeMargin else { return nil }
    return margin == 0
      ? words.advice.keepBadgeNone
      : words.advice.keepBadge.text(count: margin, ["n": numbers.count(margin)])
  }

  private var badgeOfAllPages: String? {
    let lost = zip(context.findings.pages, context.findings.badges)
      .filter { $1.last.map { !$0.isEarned } ?? false }.map { page, _ in page.name }
    guard !lost.isEmpty else { return nil }
    let shown = lost.prefix(5).map { ShownText.isolated($0) }.joined(separator: ", ")
    return words.advice.winBackPages.text(["pages": lost.count > 5 ? shown + " …" : shown])
  }

  private var gap: String? {
    let gap = CoverageGap.gaps(of: scope, context: context)
      .first { $0.openerCount >= Self.fewestGapOpeners }
    guard let gap else { return nil }
    return words.advice.coverGap.text(
      count: gap.openerCount,
      ["when": gap.when, "n": gap.openers.text, "waiting": gap.waiting.text])
  }

  private var closed: String? {
    let count = scope.openers.excludedDone
    return scope.openers.isClosedMuch
      ? words.advice.reviewClosed.text(count: count, ["n": numbers.count(count)]) : nil
  }

  private var targets: [String] {
    context.targets(of: scope).filter { $0.state == .missed }.map { target in
      let row = TargetRow(target, context: context)
      return words.advice.reachTarget.text([
        "name": row.name, "own": row.own, "distance": row.distance, "target": row.goal,
      ])
    }
  }
}
