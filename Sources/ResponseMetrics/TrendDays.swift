/// The days that some trends cover, and the groups that openers of a day belong to.
///
/// Groups are numbered page by page, last of all pages: of each the steps of one trend after another.
struct TrendDays: Sendable {
  /// Day numbers of all steps; none without steps.
  let days: Range<Int>
  private let pageCount: Int
  private let trendCount: Int
  /// How many steps a page has.
  private let stepCount: Int
  /// By day, trend by trend, the step among those of a page.
  private let steps: [Int]

  init(_ trends: [Trend], pages: Int) {
    let trends = trends.filter { !$0.starts.isEmpty }
    let first = trends.map(\.days.lowerBound).min() ?? 0
    let days = first..<(trends.map(\.days.upperBound).max() ?? 0)
    self.days = days
    pageCount = pages
    trendCount = trends.count
    var starts: [Int] = []
    var next = 0
    for trend in trends {
      starts.append(next)
      next += trend.starts.count
    }
    stepCount = next
    steps = days.flatMap { day in zip(starts, trends).map { $0 + $1.index(ofDay: day) } }
  }

  var count: Int { days.count }

  /// The day of an opener, from 0 up to but not including `count`, where there are days.
  ///
  /// Where a clock goes back over midnight an instant after midnight still shows the date before;
  /// at the period's edge it counts to the first day, so that steps add up.
  @inline(__always)
  static func index(of opener: WaitRow, in days: Range<Int>) -> Int {
    min(max(opener.dayNumber &- days.lowerBound, 0), days.upperBound &- days.lowerBound &- 1)
  }

  /// The groups by day, in memory of one owner.
  var groups: Groups {
    Groups(
      days: days, pageCount: pageCount, trendCount: trendCount, stepCount: stepCount,
      steps: OwnedMemory(steps))
  }

  /// The groups at hand, so that no index into them is checked and nobody counts their uses.
  struct Groups: ~Copyable, Sendable {
    private let days: Range<Int>
    private let pageCount: Int
    private let trendCount: Int
    private let stepCount: Int
    private let steps: OwnedMemory<Int>

    fileprivate init(
      days: Range<Int>, pageCount: Int, trendCount: Int, stepCount: Int,
      steps: consuming OwnedMemory<Int>
    ) {
      self.days = days
      self.pageCount = pageCount
      self.trendCount = trendCount
      self.stepCount = stepCount
      self.steps = steps
    }

    /// The groups as openers ask for them; valid as long as these.
    var view: View {
      @inline(__always)
      borrowing get {
        View(
          days: days, allPages: pageCount &* stepCount, trendCount: trendCount,
          stepCount: stepCount, steps: steps.base)
      }
    }

    /// Places of one owner's memory, to be copied freely.
    struct View {
      fileprivate let days: Range<Int>
      /// The first group of all pages together.
      fileprivate let allPages: Int
      fileprivate let trendCount: Int
      fileprivate let stepCount: Int
      fileprivate let steps: UnsafeMutablePointer<Int>

      /// Calls `body` with an opener's groups of its page, and of all pages where that is chosen.
      @inline(__always)
      func forEach(of opener: WaitRow, _ scope: ScopeNumbers.Scope, _ body: (Int) -> Void) {
        let steps = steps + TrendDays.index(of: opener, in: days) &* trendCount
        let page = scope.page &* stepCount
        for trend in 0..<trendCount {
          body(page &+ steps[trend])
          if scope.isChosen { body(allPages &+ steps[trend]) }
        }
      }
    }
  }
}
