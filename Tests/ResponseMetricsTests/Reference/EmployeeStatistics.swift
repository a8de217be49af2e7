import ResponseMetrics

/// The figures of an employee as both the engine and the reference give them.
struct EmployeeStatistics: Equatable {
  var employee: Int
  var responses: TimeStatistics
  var share: Fraction?
  var replies: TimeStatistics
  /// Messages, conversations, active days, handovers, outside the window, ratings.
  var counts: [Int]
  var assigned: Int?
  var assignedRate: Fraction?
  var ratingMean: Fraction?
  var goodShare: Fraction?
}

extension EmployeeStatistics {
  init(_ figures: EmployeeFigures) {
    let counts = figures.counts
    self.init(
      employee: Int(figures.employee), responses: TimeStatistics(figures.firstResponse),
      share: figures.share, replies: TimeStatistics(figures.reply),
      counts: [
        counts.messages, counts.conversations, figures.activeDays, counts.handovers,
        counts.outsideWindow, counts.ratings,
      ],
      assigned: figures.assigned, assignedRate: figures.assignedResponseRate,
      ratingMean: figures.ratingMean, goodShare: figures.goodRatingShare)
  }
}

extension ReferenceHistory {
  /// The rows of employees.csv of a page, or of all pages for nil, by employee.
  func employees(page: Int?, of count: Int) -> [EmployeeStatistics] {
    (0..<count).compactMap { employee(page: page, $0) }
  }

  private func employee(page: Int?, _ employee: Int) -> EmployeeStatistics? {
    let period = settings.period
    let chosen = conversations.filter { page == nil || self.page(of: $0) == page }
    let eligible = openers(in: period, page: page).filter(\.isEligible)
    let answered = eligible.filter { $0.outcome == "answered" }
    let own = answered.filter { $0.opener.response?.employee == employee }
    let ended = turns(page: page).filter { $0.reply?.employee == employee }
    let messages = chosen.map { conversation in
      conversation.rows.filter {
        $0.isHuman && $0.employee == employee && period.contains($0.time)
      }
    }
    let assigned = employee == 0 ? [] : eligible.filter { $0.opener.assignee == employee }
    let ratings = chosen.compactMap(\.rating).filter {
      $0.employee == employee && period.contains($0.time)
    }
    let handovers = eligible.filter { $0.opener.handovers.contains(employee) }.count
    let times = messages.joined().map(\.time)
    let isAnywhere =
      !(own.isEmpty && ended.isEmpty && times.isEmpty && assigned.isEmpty && ratings.isEmpty)
    guard isAnywhere || handovers > 0 else { return nil }
    let hasAssignee = conversations.contains { $0.rows.contains { $0.assignee != 0 } }
    return EmployeeStatistics(
      employee: employee,
      responses: ReferenceTimes(own.compactMap(\.responseTime)).statistics,
      share: Fraction(own.count, over: answered.count),
      replies: ReferenceTimes(
        ended.compactMap { turn in turn.reply.map { $0.time - turn.start } }
      ).statistics,
      counts: [
        times.count, messages.filter { !$0.isEmpty }.count, Set(times.map(settings.localDay)).count,
        handovers, windowUses("outside", page: page, employee: employee), ratings.count,
      ],
      assigned: hasAssignee ? assigned.count : nil,
      assignedRate: Fraction(
        assigned.filter { $0.outcome == "answered" }.count, over: assigned.count),
      ratingMean: Fraction(ratings.map(\.value).reduce(0, +), over: ratings.count * 1_000_000),
      goodShare: Fraction(ratings.filter { $0.value >= 4_000_000 }.count, over: ratings.count))
  }
}
