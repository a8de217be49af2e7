extension ClockTable {
  /// The table of a zone with an offset before all transitions, transitions, and a rule after them.
  ///
  /// Transitions not later than the one before them are left out. Those outside the years 0 to
  /// 10000 lie outside all dates that can be read: earlier ones set the offset that holds at first,
  /// and after later ones there is no time left for a rule. Without any transition the rule holds
  /// always (RFC 9636, 3.3).
  init(initialOffset: Int, transitions: [ClockTransition], rule: ClockRule?) {
    var builder = SpanBuilder(offset: initialOffset)
    let last = builder.append(transitions)
    switch rule {
    case nil:
      break
    case .fixed(let offset):
      // After a transition the file's own offset is the rule's; only a bare rule says something.
      if last == nil { builder = SpanBuilder(offset: offset) }
    case .daylight(let rule):
      if last == nil { builder = SpanBuilder(offset: rule.standardOffset) }
      guard last ?? .min < SpanBuilder.readableSeconds.upperBound else { break }
      self = builder.table(followedBy: rule, after: last)
      return
    }
    self.init(spans: builder.spans, cycleLimit: nil)
  }
}

private struct SpanBuilder {
  /// The seconds of the years 0 to 10000.
  static let readableSeconds = startOfYear(0)..<startOfYear(10_001)

  private(set) var spans: [ClockTable.Span]

  private static func startOfYear(_ year: Int) -> Int64 {
    Int64(LocalDate.dayNumber(year: year, month: 1, day: 1)) * 86_400
  }

  init(offset: Int) {
    spans = [ClockTable.Span(start: .min, offset: Int64(offset) * 1_000)]
  }

  /// Appends what ascends and can be read; returns the last second seen, nil without transitions.
  mutating func append(_ transitions: [ClockTransition]) -> Int64? {
    var last: Int64?
    for transition in transitions {
      if let last, transition.second <= last { continue }
      last = transition.second
      if transition.second < SpanBuilder.readableSeconds.lowerBound {
        self = SpanBuilder(offset: transition.offset)
      } else if transition.second < SpanBuilder.readableSeconds.upperBound {
        spans.append(
          ClockTable.Span(
            start: transition.second * 1_000, offset: Int64(transition.offset) * 1_000))
      }
    }
    return last
  }

  /// Writes the rule out from the last transition on, for one cycle and some years around it.
  func table(followedBy rule: DaylightRule, after last: Int64?) -> ClockTable {
    let readable = max(last ?? .min, SpanBuilder.readableSeconds.lowerBound)
    let firstYear = LocalDate(dayNumber: Int(readable.flooredQuotient(by: 86_400))).year
    // At least to 2403, so that the limit lies behind the table's index of recent years.
    let lastYear = max(firstYear + 403, 2_403)
    var builder = self
    _ = builder.append(
      rule.transitions(years: firstYear - 1...lastYear).filter { $0.second > last ?? .min })
    // The cycle's window ends a year before the table does and starts a year or more after the last
    // transition, so that looking a day around an instant never leaves what the rule wrote.
    let limit = LocalDate.dayNumber(year: lastYear, month: 1, day: 1)
    return ClockTable(spans: builder.spans, cycleLimit: Int64(limit) * 86_400_000)
  }
}
