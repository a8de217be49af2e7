import MessageHistory

/// The groups that a slice's rows belong to, where slices, pages and all chosen pages are numbered
/// one after another.
struct ScopeNumbers: Sendable {
  let sliceCount: Int
  let pageCount: Int
  /// By slice.
  private let pages: [Int32]
  /// By page.
  private let isChosen: [Bool]

  init(_ rules: MetricRules) {
    sliceCount = rules.slices.count
    pageCount = rules.officeHours.count
    pages = rules.slices.map { Int32($0.page) }
    isChosen = rules.isPageChosen
  }

  var count: Int { sliceCount + pageCount + 1 }

  /// The number of all chosen pages together.
  var total: Int { sliceCount + pageCount }

  @inline(__always)
  func page(of slice: UInt32) -> Int { Int(pages[Int(slice)]) }

  @inline(__always)
  func isChosen(page: Int) -> Bool { isChosen[page] }

  /// The numbers of a slice's page, and of all pages where that is chosen.
  @inline(__always)
  func forEachPage(of slice: UInt32, _ body: (Int) -> Void) {
    let page = page(of: slice)
    body(sliceCount + page)
    if isChosen[page] { body(total) }
  }

  /// The numbers of a slice, its page, and of all pages where that is chosen.
  @inline(__always)
  func forEach(of slice: UInt32, _ body: (Int) -> Void) {
    body(Int(slice))
    forEachPage(of: slice, body)
  }

  /// Numbers of slices added up by scope.
  func sums<Number>(
    of numbers: [Number], from zero: Number, _ add: (inout Number, Number) -> Void
  ) -> [Number] {
    var sums = Array(repeating: zero, count: count)
    for (slice, number) in numbers.enumerated() {
      forEach(of: UInt32(slice)) { add(&sums[$0], number) }
    }
    return sums
  }

  /// By scope, whether a page of it has a schedule, with data or without.
  func schedules(by rules: MetricRules) -> [Bool] {
    let pages = rules.officeHours.map { $0 != nil }
    return rules.slices.map { pages[$0.page] } + pages
      + [pages.indices.contains { pages[$0] && rules.isPageChosen[$0] }]
  }
}
