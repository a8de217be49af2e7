import ResponseMetrics

/// How much report.html says of each page.
///
/// The file is opened in a browser and sent on in a mail, so it stays within a few megabytes
/// whatever the data: past a few pages each has less, past many pages only the busiest have a part
/// of their own. All that is left out stands in the tables beside the report, and notes say where.
enum PageDepth {
  /// Every part of the report.
  case full
  /// Headline, advice, small pictures without values to hover over, and the first rows of lists.
  case brief

  /// The pages up to which each is shown in full: all of their links fit above the report.
  static let mostInFull = 12
  /// The pages up to which each has a part of its own; of more, those with the most openers.
  static let mostParts = 200
  /// The pages up to which the index has a line for each; of more, those with the most openers.
  static let mostListed = 1_000

  /// The depth of each page in a report of so many.
  init(pageCount: Int) {
    self = pageCount <= Self.mostInFull ? .full : .brief
  }

  /// The `count` scopes with the most openers, in the order given: all where there are not more, of
  /// equal ones the first.
  static func busiest(_ scopes: [ReportScope], _ count: Int) -> [ReportScope] {
    guard scopes.count > count else { return scopes }
    return scopes.indices
      .sorted {
        let (left, right) = (scopes[$0].openers.openers, scopes[$1].openers.openers)
        return left != right ? left > right : $0 < $1
      }
      .prefix(count).sorted().map { scopes[$0] }
  }
}

/// The most rows that the lists of one part of report.html may have.
struct ListLimits {
  var people: Int
  var waiting: Int
  var channels: Int
  var gaps: Int

  /// About how many rows of people, of waiting conversations and of channels all parts of one depth
  /// may have together.
  private static let (mostPeople, mostWaiting, mostChannels) = (1_300, 1_300, 520)

  /// Of one of so many parts, each with its share of all rows.
  ///
  /// - Parameters:
  ///   - depth: of the parts; in full no list is cut below ten rows, in brief below six or left
  ///     with more than fifteen.
  ///   - parts: at least one.
  init(depth: PageDepth, parts: Int) {
    let (least, most) = depth == .full ? (10, Int.max) : (6, 15)
    let limit = { (all: Int) in max(least, min(most, all / parts)) }
    people = limit(Self.mostPeople)
    waiting = min(limit(Self.mostWaiting), WaitingSection.most)
    channels = limit(Self.mostChannels)
    gaps = depth == .full ? 6 : 3
  }
}
