import MessageHistory
import ResponseMetrics

/// A stretch of hours of one weekday in which no opener was answered within the hour.
///
/// What it costs is the waiting of its openers, summed: each until its first response, whenever
/// that came; unanswered ones until the conversation's next opener, else until as-of. Openers that
/// are left out of the rate are left out here too.
struct CoverageGap: TemplateFilling {
  /// `Sat 20:00–23:00`.
  var when: String
  var openers: TextFigure
  var missed: TextFigure
  /// The sum of its openers' waiting.
  var waiting: TextFigure
  var longest: TextFigure
  /// Not shown: which gaps are worth a word.
  var openerCount: Int
  /// Not shown: by what gaps are ordered; milliseconds.
  var cost: Int128

  static var fields: [FilledField<Self>] {
    [
      .text("when") { $0.when }, .part("openers") { $0.openers }, .part("missed") { $0.missed },
      .part("waiting") { $0.waiting }, .part("longest") { $0.longest },
    ]
  }

  private init(_ hours: Range<Int>, of scope: ReportScope, context: ReportContext) {
    let numbers = context.numbers
    let start = hours.lowerBound
    var waits = HourWaits()
    for hour in hours { waits += context.hourWaits[scope.slot][hour] }
    let week = context.heatMaps[scope.slot]
    openerCount = week[hours].reduce(0) { $0 + $1.openers }
    cost = waits.total
    when = context.dates.hours(
      weekday: start / 24 + 1, from: start % 24, to: start % 24 + hours.count)
    openers = TextFigure(openerCount, numbers)
    missed = TextFigure(week[hours].reduce(0) { $0 + $1.missed }, numbers)
    waiting = TextFigure(time: Fraction(waits.total), numbers)
    longest = TextFigure(time: Fraction(waits.longest), numbers)
  }

  /// All stretches, those that cost the most waiting first, equal ones in the order of the week.
  static func gaps(of scope: ReportScope, context: ReportContext) -> [CoverageGap] {
    let week = context.heatMaps[scope.slot]
    var gaps: [CoverageGap] = []
    var hour = 0
    while hour < week.count {
      guard week[hour].isCoverageGap else {
        hour += 1
        continue
      }
      let start = hour
      while hour < week.count, hour / 24 == start / 24, week[hour].isCoverageGap { hour += 1 }
      gaps.append(CoverageGap(start..<hour, of: scope, context: context))
    }
    return gaps.enumerated().sorted {
      ($1.element.cost, $0.offset) < ($0.element.cost, $1.offset)
    }.map(\.element)
  }
}
