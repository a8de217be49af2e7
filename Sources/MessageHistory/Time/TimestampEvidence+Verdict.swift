/// What a column's evidence says of the order of its dates.
package enum DateOrderVerdict: Equatable, Sendable {
  /// There are no dates that only an order tells, or all of them are the same in every order.
  case irrelevant
  /// One order is left; the row is the first by which the last other one was out.
  case proven(DateOrder, by: TimestampEvidence.Sighting)
  /// Several orders are left, and some rows are different dates in them.
  case open(OpenDateOrder)
  /// No order is left: each of the two rows is a date only in orders that the other is not.
  case contradictory(TimestampEvidence.Sighting, TimestampEvidence.Sighting)
}

/// The orders that a column leaves open, and what its dates would be in each.
package struct OpenDateOrder: Equatable, Sendable {
  /// One of the orders, with the dates that the column spans in it.
  package struct Candidate: Equatable, Sendable {
    package var order: DateOrder
    package var span: ClosedRange<LocalDate>
  }

  /// The first row that is different dates.
  package var example: TimestampEvidence.Sighting
  /// How many dates the column has.
  package var dates: Int
  package var candidates: [Candidate]
}

extension TimestampEvidence {
  /// Judges the whole column: only what cannot be otherwise is a proof.
  ///
  /// A day over 12 in one row decides between day and month. A year of two digits stands last,
  /// unless a number that can be no day stands first; only where the third numbers vary more than
  /// the first, as days do beside years, is that left open.
  package var orderOfDates: DateOrderVerdict {
    guard numericDates > 0 else { return .irrelevant }
    var left = DateOrder.allCases.filter { firstAgainst($0) == nil }
    if left.count > 1, !firstNumbersLookLikeYears { left.removeAll { $0 == .yearMonthDay } }
    guard let order = left.first else { return contradiction }
    return left.count == 1 ? proof(of: order) : openness(among: left)
  }

  private var contradiction: DateOrderVerdict {
    let against = DateOrder.allCases.compactMap { firstAgainst($0) }
    // A row may be out for two orders at once: then the third order's row is the other one.
    guard let first = against.first, let other = against.first(where: { $0 != first }) else {
      return .irrelevant
    }
    return first.place < other.place
      ? .contradictory(first, other) : .contradictory(other, first)
  }

  private func proof(of order: DateOrder) -> DateOrderVerdict {
    let against = DateOrder.allCases.compactMap { $0 == order ? nil : firstAgainst($0) }
    return against.max { $0.place < $1.place }.map { .proven(order, by: $0) } ?? .irrelevant
  }

  private func openness(among orders: [DateOrder]) -> DateOrderVerdict {
    let isDayOpen = orders.contains(.dayMonthYear) && orders.contains(.monthDayYear)
    let isYearOpen = orders.contains(.yearMonthDay)
    let example = (isDayOpen ? firstOpenDay : nil) ?? (isYearOpen ? firstOpenYear : nil)
    guard let example else { return .irrelevant }
    let candidates = orders.compactMap { order in
      span(in: order).map { OpenDateOrder.Candidate(order: order, span: $0) }
    }
    return .open(
      OpenDateOrder(example: example, dates: numericDates, candidates: candidates))
  }
}
