/// The days that some trends cover, and the groups that openers of a day belong to.
///
/// Groups are numbered trend by trend, of each the steps of a page, page by page, then those of all.
struct TrendDays: Sendable {
  /// Day numbers of all steps; none without steps.
  let days: Range<Int>
  private let pageCount: Int
  /// By trend with steps, how many a page has.
  private let stepCounts: [Int]
  /// By day, trend by trend, the group of the first page.
  private let firstGroups: [Int]

  init(_ trends: [Trend], pages: Int) {
    let trends = trends.filter { !$0.starts.isEmpty }
    let first = trends.map(\.days.lowerBound).min() ?? 0
    let days = first..<(trends.map(\.days.upperBound).max() ?? 0)
    self.days = days
    pageCount = pages
    stepCounts = trends.map(\.starts.count)
    var starts: [Int] = []
    var next = 0
    for trend in trends {
      starts.append(next)
      next += (pages + 1) * trend.starts.count
    }
    firstGroups = days.flatMap { day in zip(starts, trends).map { $0 + $1.index(ofDay: day) } }
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
      days: days, pageCount: pageCount, firstGroups: OwnedMemory(firstGroups),
      stepCounts: OwnedMemory(stepCounts))
  }

  /// The groups at hand, so that no index into them is checked and nobody counts their uses.
  struct Groups: ~Copyable, Sendable {
    private let days: Range<Int>
    private let pageCount: Int
    private let firstGroups: OwnedMemory<Int>
    private let stepCounts: OwnedMemory<Int>

    fileprivate init(
      days: Range<Int>, pageCount: Int, firstGroups: consuming OwnedMemory<Int>,
      stepCounts: consuming OwnedMemory<Int>
    ) {
      self.days = days
      self.pageCount = pageCount
      self.firstGroups = firstGroups
      self.stepCounts = stepCounts
    }

    /// The groups as openers ask for them; valid as long as these.
    var view: View {
      @inline(__always)
      borrowing get {
        View(
          days: days, pageCount: pageCount, trendCount: stepCounts.capacity,
          firstGroups: firstGroups.base, stepCounts: stepCounts.base)
      }
    }

    /// Places of one owner's memory, to be copied freely.
    struct View {
      fileprivate let days: Range<Int>
      fileprivate let pageCount: Int
      fileprivate let trendCount: Int
      fileprivate let firstGroups: UnsafeMutablePointer<Int>
      fileprivate let stepCounts: UnsafeMutablePointer<Int>

      /// Calls `body` with an opener's groups of its page, and of all pages where that is chosen.
      @inline(__always)
      func forEach(of opener: WaitRow, _ scope: ScopeNumbers.Scope, _ body: (Int) -> Void) {
        let first = TrendDays.index(of: opener, in: days) &* trendCount
        for trend in 0..<trendCount {
          let group = firstGroups[first &+ trend]
          body(group &+ scope.page &* stepCounts[trend])
          if scope.isChosen { body(group &+ pageCount &* stepCounts[trend]) }
        }
      }
    }
  }
}
