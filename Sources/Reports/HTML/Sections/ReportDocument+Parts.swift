import MessageHistory
import ResponseMetrics

extension ReportDocument {
  /// Which pages have a line in the index, and which a part of their own, at what depth.
  struct Parts {
    /// All pages together; nil where there is only one page.
    let all: ReportScope?
    /// The pages of the index.
    let listed: [ReportScope]
    /// The pages with a part of their own; all of them are in the index.
    let shown: [ReportScope]
    /// The ids of the pages with a part of their own.
    let ids: Set<String>
    private let pageCount: Int

    /// - Parameter scopes: all pages together, where there are several, and each page.
    init(_ scopes: [ReportScope]) {
      let pages = scopes.filter { $0.page != nil }
      all = scopes.first { $0.page == nil }
      listed = PageDepth.busiest(pages, PageDepth.mostListed)
      shown = PageDepth.busiest(pages, PageDepth.mostParts)
      ids = Set(shown.map(\.id))
      pageCount = pages.count
    }

    private var depth: PageDepth { PageDepth(pageCount: pageCount) }

    /// All pages together in full, then each page.
    func sections(context: ReportContext) -> [PageSection] {
      let fullCount = (all == nil ? 0 : 1) + min(pageCount, PageDepth.mostInFull)
      let full = ListLimits(depth: .full, parts: max(1, fullCount))
      let limits = depth == .full ? full : ListLimits(depth: depth, parts: shown.count)
      let parts = all.map { [$0] + shown } ?? shown
      return concurrently(parts.count, workers: context.workers) { index in
        let isAll = parts[index].page == nil
        return PageSection(
          parts[index], depth: isAll ? .full : depth, isInContents: isAll || depth == .full,
          limits: isAll ? full : limits, context: context)
      }
    }

    /// What is left out of many pages, and where it is.
    func notes(words: any Wording, numbers: ReadableNumbers) -> [String] {
      guard depth == .brief else { return [] }
      let counts = [
        (words.extent.pagesInBrief, shown.count),
        (words.extent.pagesWithoutPart, listed.count - shown.count),
        (words.extent.pagesNotListed, pageCount - listed.count),
      ]
      return counts.filter { $0.1 > 0 }.map { phrase, count in
        phrase.text(count: count, ["n": numbers.count(count)])
      }
    }
  }
}
