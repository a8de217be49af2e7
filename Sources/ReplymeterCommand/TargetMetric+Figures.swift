import MessageHistory
import Reports
import ResponseMetrics

extension TargetMetric {
  /// The metric's value on a page: a share, or milliseconds; nil where it is undefined.
  ///
  /// - Parameters:
  ///   - figures: the page's figures of the period.
  ///   - longestWait: of the page's waiting conversations at as-of, 0 where none waits; nil where
  ///     there is no as-of.
  /// - Returns: compared with a goal as it is, before rounding.
  func value(of figures: SliceFigures, longestWait: Milliseconds?) -> Fraction? {
    let openers = figures.openers
    let response = openers.firstResponse
    return switch self {
    case .responseRate: openers.responseRate
    case .settledResponseRate: openers.settledResponseRate
    case .within1Minute: openers.within(.oneMinute)
    case .within5Minutes: openers.within(.fiveMinutes)
    case .within15Minutes: openers.within(.fifteenMinutes)
    case .within1Hour: openers.within(.oneHour)
    case .within4Hours: openers.within(.fourHours)
    case .within8Hours: openers.within(.eightHours)
    case .within24Hours: openers.within(.oneDay)
    case .firstResponseMean: response.mean
    case .firstResponseFastest90Mean: response.fastest90Mean
    case .firstResponseMedian: response.median
    case .firstResponseP75: response.p75
    case .firstResponseP90: response.p90
    case .firstResponseP95: response.p95
    case .firstResponseP99: response.p99
    case .firstResponseMax: response.greatest.map { Fraction($0) }
    case .firstResponseOfficeMean: figures.firstResponseOffice?.mean
    case .firstResponseOfficeMedian: figures.firstResponseOffice?.median
    case .firstResponseOfficeP90: figures.firstResponseOffice?.p90
    case .replyMean: figures.reply.mean
    case .replyMedian: figures.reply.median
    case .replyP90: figures.reply.p90
    case .replyOfficeMean: figures.replyOffice?.mean
    case .replyOfficeMedian: figures.replyOffice?.median
    case .replyOfficeP90: figures.replyOffice?.p90
    case .resolutionMean: figures.resolution?.mean
    case .resolutionMedian: figures.resolution?.median
    case .resolutionP90: figures.resolution?.p90
    case .waitingAwareMedian: openers.waitingAware.median.map { Fraction($0) }
    case .waitingAwareP90: openers.waitingAware.p90.map { Fraction($0) }
    case .waitingLongest: longestWait.map { Fraction($0.count) }
    }
  }
}

extension TargetVerdict {
  /// Judges a page by one of its goals.
  ///
  /// - Parameters:
  ///   - target: the goal.
  ///   - page: the page's id.
  ///   - figures: the page's figures of the period.
  ///   - longestWait: see `TargetMetric.value`.
  init(
    _ target: ConfiguredTarget, page: String, figures: SliceFigures, longestWait: Milliseconds?
  ) {
    let goal: Goal
    switch target.goal.value {
    case .least(let share):
      // A configured share's denominator is a power of ten, so that the quotient always exists.
      goal = .least(Fraction(share.numerator, over: share.denominator) ?? Fraction(1))
    case .most(let time): goal = .most(time)
    }
    self.init(
      page: page, metric: target.metric.value.rawValue, goal: goal,
      own: target.metric.value.value(of: figures, longestWait: longestWait))
  }
}
