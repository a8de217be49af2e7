import MessageHistory
import ResponseMetrics

/// Whether work is shared very unevenly: whom a manager should ask whether it is too much.
///
/// A person is named for *responses* where they gave at least twice as many as anyone else, and for
/// *reply time* where their median is at least twice that of everybody else who can be compared.
/// Nobody is named, or compared in reply time, with fewer than ten responses; without a second
/// person there is nothing to compare. Messages without an employee are nobody's; people that the
/// report does not show are compared and never named.
struct Workload {
  /// A person of the table.
  struct Person {
    var name: String
    /// Whether the report shows this person, and so may name them.
    var isShown: Bool
    var responses: Int
    /// Milliseconds; nil without a reply.
    var replyMedian: Fraction?
  }

  private let people: [Person]
  /// First responses of all, with or without an employee.
  private let responseCount: Int
  private let context: ReportContext

  private static let fewest = EmployeeSection.fewestResponses
  private static let times = 2

  init(_ people: [Person], responseCount: Int, context: ReportContext) {
    self.people = people
    self.responseCount = responseCount
    self.context = context
  }

  /// Sentences; none where work is shared evenly or too little is known.
  var sentences: [String] { [responses, replyTime].compactMap(\.self) }

  private var responses: String? {
    guard let (most, next) = people.firstTwo(by: { $0.responses > $1.responses }), most.isShown,
      most.responses >= Self.fewest, most.responses >= Self.times * next.responses
    else { return nil }
    return context.words.people.workloadResponses.text([
      "name": ShownText.isolated(most.name), "n": context.numbers.count(most.responses),
      "all": context.numbers.count(responseCount),
      "next": context.numbers.count(next.responses),
    ])
  }

  private var replyTime: String? {
    let compared = people.filter { $0.responses >= Self.fewest }
      .compactMap { person in person.replyMedian.map { (person: person, median: $0) } }
    guard let (slowest, next) = compared.firstTwo(by: { $0.median > $1.median }),
      slowest.person.isShown, slowest.median > Fraction(0),
      slowest.median >= Fraction(Self.times) * next.median
    else { return nil }
    return context.words.people.workloadReplyTime.text([
      "name": ShownText.isolated(slowest.person.name),
      "time": context.numbers.duration(slowest.median),
      "next": context.numbers.duration(next.median),
    ])
  }
}

extension Array {
  /// The elements that would come first if all were sorted, equal ones in their order; nil for fewer
  /// than two.
  fileprivate func firstTwo(by precedes: (Element, Element) -> Bool) -> (Element, Element)? {
    guard count > 1 else { return nil }
    var (first, second) = precedes(self[1], self[0]) ? (1, 0) : (0, 1)
    for index in indices.dropFirst(2) where precedes(self[index], self[second]) {
      if precedes(self[index], self[first]) {
        (first, second) = (index, first)
      } else {
        second = index
      }
    }
    return (self[first], self[second])
  }
}
