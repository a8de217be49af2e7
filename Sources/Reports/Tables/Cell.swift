package import MessageHistory
package import ResponseMetrics

/// A value of a report's table, exact until a renderer writes it.
package enum Cell: Sendable, Equatable {
  /// Not defined: an empty cell, never 0.
  case blank
  /// Words of the program: statuses, verdicts, names of metrics.
  case word(String)
  /// Text that comes from the inputs or the configuration: ids, names.
  case text(String)
  case integer(Int)
  /// A share from 0 to 1, written with six decimals.
  case share(Fraction)
  /// A bound of an interval of shares, written with six decimals.
  case bound(Double)
  /// A time in milliseconds, written in seconds with up to three decimals.
  case seconds(Fraction)
  /// A number written with up to so many decimals, without trailing zeros.
  case decimal(Fraction, places: Int)
  case instant(Instant)
  case date(LocalDate)
  case flag(Bool)
}

extension Cell {
  init(_ share: Fraction?) { self = share.map(Cell.share) ?? .blank }
  init(_ integer: Int?) { self = integer.map(Cell.integer) ?? .blank }
  init(_ instant: Instant?) { self = instant.map(Cell.instant) ?? .blank }

  /// A time; blank where there is none.
  static func time(_ milliseconds: Fraction?) -> Cell { milliseconds.map(Cell.seconds) ?? .blank }

  static func time(_ milliseconds: Int64?) -> Cell {
    milliseconds.map { .seconds(Fraction($0)) } ?? .blank
  }

  static func time(_ duration: Milliseconds?) -> Cell { time(duration?.count) }

  /// Text of an input; bytes that are no UTF-8 are shown as U+FFFD.
  static func text(bytes: some Sequence<UInt8>) -> Cell {
    .text(String(decoding: Array(bytes), as: UTF8.self))
  }
}
