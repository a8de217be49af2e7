/// A page's own figure over its eligible openers of the period, in calendar time.
package enum OwnFigure: Sendable, Hashable {
  case responseRate(answered: Int, openers: Int)
  /// Milliseconds; nil where nothing was answered.
  case meanFirstResponse(Fraction?, openers: Int)
  /// Milliseconds; nil where nothing was answered.
  case medianFirstResponse(Fraction?, openers: Int)

  package init(_ metric: ComparedMetric, of figures: OpenerFigures) {
    switch metric {
    case .responseRate:
      self = .responseRate(answered: figures.answered, openers: figures.openers)
    case .meanFirstResponse:
      self = .meanFirstResponse(figures.firstResponse.mean, openers: figures.openers)
    case .medianFirstResponse:
      self = .medianFirstResponse(figures.firstResponse.median, openers: figures.openers)
    }
  }

  package var metric: ComparedMetric {
    switch self {
    case .responseRate: .responseRate
    case .meanFirstResponse: .meanFirstResponse
    case .medianFirstResponse: .medianFirstResponse
    }
  }

  /// Eligible openers.
  package var openers: Int {
    switch self {
    case .responseRate(_, let openers), .meanFirstResponse(_, let openers),
      .medianFirstResponse(_, let openers):
      openers
    }
  }

  /// The figure in a unit; nil where it is undefined or the unit is of another kind.
  package func value(in unit: BenchmarkUnit) -> Fraction? {
    switch self {
    case .responseRate(let answered, let openers):
      unit == .percent ? Fraction(Int128(answered) * 100, over: openers) : nil
    case .meanFirstResponse(let time, _), .medianFirstResponse(let time, _):
      unit.milliseconds.flatMap { length in time.flatMap { $0 / Fraction(length) } }
    }
  }
}
