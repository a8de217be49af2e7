import MessageHistory
import ResponseMetrics

/// The people who answered: by name and never by rank, with a warning where n is small.
struct EmployeeSection: TemplateFilling {
  var rows: [EmployeeRow]
  /// How many people there are, whether or not they have a row.
  var count: Int
  /// Whether the data says to whom conversations are assigned.
  var hasAssigned: Bool
  /// Whether anybody was rated.
  var hasRatings: Bool
  /// Whether the data has a channel with a messaging window.
  var hasWindow: Bool
  /// What marks the rows with few responses; absent where there is none.
  var fewNote: String?
  /// Who may have too much to do; each a sentence.
  var workload: [String]
  /// How many waiting conversations are nobody's; absent where there is none.
  var unassignedNote: String?
  /// How many more there are; absent where all are listed.
  var more: String?

  /// Responses below which a person's times are not to be compared.
  static let fewestResponses = 10

  static var fields: [FilledField<Self>] {
    [
      .list("rows") { $0.rows }, .flag("has_assigned") { $0.hasAssigned },
      .flag("has_ratings") { $0.hasRatings }, .flag("has_window") { $0.hasWindow },
      .optionalText("few_note") { $0.fewNote }, .texts("workload") { $0.workload },
      .optionalText("unassigned_note") { $0.unassignedNote },
      .optionalText("more") { $0.more },
    ]
  }

  /// Nil where nobody did anything.
  ///
  /// - Parameters:
  ///   - scope: the page, or all.
  ///   - limit: how many rows there may be; past it those with the most responses are kept, by
  ///     name as ever. Notes are about everybody.
  ///   - context: the report.
  init?(_ scope: ReportScope, limit: Int = .max, context: ReportContext) {
    let findings = context.findings
    // Indexes are sorted: figures are large, and there are thousands of people on dozens of pages.
    let everybody = findings.summary.employees(onPage: scope.page?.index)
    let indexes = everybody.map { Int($0.employee) }
    let shown = everybody.indices
      .filter { findings.isEmployeeShown(at: indexes[$0]) }
      .sorted { context.employeeRanks[indexes[$0]] < context.employeeRanks[indexes[$1]] }
    guard !shown.isEmpty else { return nil }
    count = shown.count
    let responses = shown.map { everybody[$0].responses }
    let listed =
      shown.indices
      .sorted { responses[$0] != responses[$1] ? responses[$0] > responses[$1] : $0 < $1 }
      .prefix(limit).sorted().map { shown[$0] }
    let rest = shown.count - listed.count
    more =
      rest > 0
      ? context.words.people.morePeople.text(count: rest, ["n": context.numbers.count(rest)]) : nil
    let waiting = context.waiting(of: scope).countsByAssignee
    rows = everybody.withUnsafeBufferPointer { everybody in
      listed.map { index in
        let employee = findings.employees[indexes[index]]
        return EmployeeRow(
          everybody[index], of: employee, waiting: waiting[Array(employee.key.utf8)] ?? 0,
          context: context)
      }
    }
    let unassigned = waiting[[]] ?? 0
    let kept = findings.quality.kept
    unassignedNote =
      unassigned > 0 && kept.hasAssignee
      ? context.words.people.waitingUnassigned.text(
        count: unassigned, ["n": context.numbers.count(unassigned)]) : nil
    let people = everybody.withUnsafeBufferPointer { everybody in
      everybody.indices.compactMap { index -> Workload.Person? in
        let employee = findings.employees[indexes[index]]
        guard !employee.key.isEmpty else { return nil }
        return Workload.Person(
          name: employee.name, isShown: findings.isEmployeeShown(employee),
          responses: everybody[index].responses, replyMedian: everybody[index].reply.median)
      }
    }
    workload =
      Workload(people, responseCount: scope.openers.answered, context: context).sentences
    hasAssigned = kept.hasAssignee
    hasWindow = kept.hasWindowChannel
    hasRatings = listed.contains { everybody[$0].counts.ratings > 0 }
    fewNote =
      rows.contains(where: \.isFew)
      ? context.words.people.fewResponses.text(["n": context.numbers.count(Self.fewestResponses)])
      : nil
  }
}

/// One person of the table.
struct EmployeeRow: TemplateFilling {
  var name: String
  /// The key where it says more than the name.
  var key: String?
  /// Whether there are too few responses to compare times.
  var isFew: Bool
  var responses: TextFigure
  /// Of the answered openers.
  var share: TextFigure
  /// The width of the share's bar in percent, as a plain number.
  var shareWidth: String
  var median: TextFigure
  var p90: TextFigure
  /// A small picture of the first response times; empty where there is none.
  var strip: String
  var replies: TextFigure
  var replyMedian: TextFigure
  var messages: TextFigure
  var conversations: TextFigure
  var activeDays: TextFigure
  var assigned: TextFigure
  var assignedRate: TextFigure
  /// Conversations assigned to the person that wait for a reply at as-of; a dash for nobody.
  var waiting: TextFigure
  var ratings: TextFigure
  var ratingMean: TextFigure
  var handovers: TextFigure
  var outsideWindow: TextFigure

  static var fields: [FilledField<Self>] {
    [
      .text("name") { $0.name }, .optionalText("key") { $0.key }, .flag("is_few") { $0.isFew },
      .part("responses") { $0.responses }, .part("share") { $0.share },
      .text("share_width") { $0.shareWidth }, .part("median") { $0.median },
      .part("p90") { $0.p90 }, .markup("strip") { $0.strip },
      .part("replies") { $0.replies }, .part("reply_median") { $0.replyMedian },
      .part("messages") { $0.messages }, .part("conversations") { $0.conversations },
      .part("active_days") { $0.activeDays }, .part("assigned") { $0.assigned },
      .part("assigned_rate") { $0.assignedRate },
      .part("waiting") { $0.waiting }, .part("ratings") { $0.ratings },
      .part("rating_mean") { $0.ratingMean }, .part("handovers") { $0.handovers },
      .part("outside_window") { $0.outsideWindow },
    ]
  }

  init(
    _ figures: EmployeeFigures, of employee: FoundEmployee, waiting: Int, context: ReportContext
  ) {
    let (words, numbers) = (context.words, context.numbers)
    name = employee.key.isEmpty ? words.people.unattributed : ShownText.shown(employee.name)
    key =
      employee.key.isEmpty || employee.key.hasSameBytes(as: employee.name)
      ? nil : ShownText.shown(employee.key)
    let times = figures.firstResponse
    isFew = times.count < EmployeeSection.fewestResponses
    responses = TextFigure(times.count, numbers)
    share = TextFigure(rate: figures.share, numbers)
    shareWidth = figures.share.map { SVGText.number($0.asDouble * 100) } ?? "0"
    median = TextFigure(time: times.median, numbers)
    p90 = TextFigure(time: times.p90, numbers)
    strip = TimeStrip.markup(
      of: times,
      label: words.charts.stripTitle.text([
        "n": numbers.count(times.count), "least": numbers.duration(times.least),
        "median": median.text, "p90": p90.text, "p95": numbers.duration(times.p95),
      ]))
    replies = TextFigure(figures.reply.count, numbers)
    replyMedian = TextFigure(time: figures.reply.median, numbers)
    let counts = figures.counts
    messages = TextFigure(counts.messages, numbers)
    conversations = TextFigure(counts.conversations, numbers)
    activeDays = TextFigure(figures.activeDays, numbers)
    assigned = TextFigure(figures.assigned, numbers)
    assignedRate = TextFigure(rate: figures.assignedResponseRate, numbers)
    self.waiting = TextFigure(employee.key.isEmpty ? nil : waiting, numbers)
    ratings = TextFigure(counts.ratings, numbers)
    ratingMean = TextFigure(number: figures.ratingMean, numbers)
    handovers = TextFigure(counts.handovers, numbers)
    outsideWindow = TextFigure(counts.outsideWindow, numbers)
  }
}
