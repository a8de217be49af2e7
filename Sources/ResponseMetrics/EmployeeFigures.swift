import MessageHistory

/// All figures of an employee on a page, or on all pages: a row of employees.csv.
package struct EmployeeFigures: Sendable {
  /// Index of the page; nil for all pages together.
  package var page: Int?
  /// Index of the employee, 0 for the blank key.
  package var employee: UInt32
  package var firstResponse: TimeFigures
  /// Nil where no page of the slice has a schedule.
  package var firstResponseOffice: TimeFigures?
  package var reply: TimeFigures
  /// Answered openers of the page, or of all pages: the base of the share.
  package var pageAnswered: Int
  package var counts: EmployeeCounts
  /// How many local dates have something of the employee.
  package var activeDays: Int
  /// Eligible openers that were assigned to the employee; nil where no row has an assignee.
  package var assigned: Int?
  package var assignedAnswered: Int

  /// First responses credited to the employee.
  package var responses: Int { firstResponse.count }

  /// Responses / the page's answered openers; nil where there are none.
  package var share: Fraction? { Fraction(responses, over: pageAnswered) }

  /// The share of the assigned openers that anyone answered.
  package var assignedResponseRate: Fraction? {
    assigned.flatMap { Fraction(assignedAnswered, over: $0) }
  }

  package var ratingMean: Fraction? {
    Fraction(counts.ratingSum, over: counts.ratings * 1_000_000)
  }

  package var goodRatingShare: Fraction? { Fraction(counts.goodRatings, over: counts.ratings) }
}
