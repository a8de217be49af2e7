import MessageHistory

/// The groups that a slice's rows belong to, where slices, pages and all chosen pages are numbered
/// one after another; in memory that all workers look at and none of them counts the uses of.
final class ScopeNumbers: Sendable {
  let sliceCount: Int
  let pageCount: Int
  /// By slice.
  private let scopes: OwnedMemory<Scope>
  /// By page.
  private let isChosen: [Bool]

  /// Where a slice belongs.
  struct Scope: BitwiseCopyable {
    fileprivate let pageIndex: Int32
    /// Whether the page is one of those chosen.
    let isChosen: Bool

    @inline(__always)
    var page: Int { Int(pageIndex) }
  }

  init(_ rules: MetricRules) {
    sliceCount = rules.slices.count
    pageCount = rules.officeHours.count
    scopes = OwnedMemory(
      rules.slices.map {
        Scope(pageIndex: Int32($0.page), isChosen: rules.isPageChosen[$0.page])
      })
    isChosen = rules.isPageChosen
  }

  /// The scopes for the millions of rows that ask for theirs; valid as long as this is held.
  @inline(__always)
  var view: View { View(scopes: scopes.base, sliceCount: sliceCount, pageCount: pageCount) }

  /// The scopes of slices, where no index is checked: slices of rows are those of the rules.
  struct View: BitwiseCopyable {
    fileprivate let scopes: UnsafeMutablePointer<Scope>
    fileprivate let sliceCount: Int
    let pageCount: Int

    /// The scope of a row's slice.
    @inline(__always)
    subscript(row: WaitRow) -> Scope { scopes[Int(row.slice)] }

    /// Calls `body` with the numbers of a page, and of all pages where it is chosen.
    @inline(__always)
    func forEachPage(_ scope: Scope, _ body: (Int) -> Void) {
      body(sliceCount &+ scope.page)
      if scope.isChosen { body(sliceCount &+ pageCount) }
    }

    /// Calls `body` with the numbers of a slice, its page, and all pages where that is chosen.
    @inline(__always)
    func forEach(_ slice: UInt32, _ scope: Scope, _ body: (Int) -> Void) {
      body(Int(slice))
      forEachPage(scope, body)
    }
  }

  var count: Int { sliceCount + pageCount + 1 }

  /// The number of all chosen pages together.
  var total: Int { sliceCount + pageCount }

  @inline(__always)
  func isChosen(page: Int) -> Bool { isChosen[page] }

  /// Numbers of slices added up by scope.
  func sums<Number>(
    of numbers: [Number], from zero: Number, _ add: (inout Number, Number) -> Void
  ) -> [Number] {
    var sums = Array(repeating: zero, count: count)
    for (slice, number) in numbers.enumerated() {
      view.forEach(UInt32(slice), scopes.base[slice]) { add(&sums[$0], number) }
    }
    return sums
  }

  /// Numbers of so many steps of each page, with the sums of all chosen pages' behind them.
  func withTotals<Number>(
    _ numbers: [Number], steps: Int, from zero: Number, _ add: (inout Number, Number) -> Void
  ) -> [Number] {
    var totals = Array(repeating: zero, count: steps)
    for page in 0..<pageCount where isChosen[page] {
      for step in 0..<steps { add(&totals[step], numbers[page * steps + step]) }
    }
    return numbers + totals
  }

  /// By scope, whether a page of it has a schedule, with data or without.
  func schedules(by rules: MetricRules) -> [Bool] {
    let pages = rules.officeHours.map { $0 != nil }
    return rules.slices.map { pages[$0.page] } + pages
      + [pages.indices.contains { pages[$0] && rules.isPageChosen[$0] }]
  }
}
