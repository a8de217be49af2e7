/// The words and forms of periods, as the option and the configuration take them.
extension PeriodExpression: CustomStringConvertible {
  /// All forms, for messages and help.
  package static let forms =
    "last-week, this-week, last-month, this-month, yesterday, last-7-days, last-30-days, "
    + "2026-W46, 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-31 or all"

  private static let words: [PeriodExpression] = [
    .lastWeek, .thisWeek, .lastMonth, .thisMonth, .yesterday, .last7Days, .last30Days, .all,
  ]

  /// Reads one of `forms`, letter by letter as shown there.
  ///
  /// - Throws: `TimeError.period` with what was expected.
  package init(_ text: String) throws(TimeError) {
    if let word = PeriodExpression.words.first(where: { $0.description == text }) {
      self = word
      return
    }
    do {
      self = try PeriodExpression.absolute(Array(text.utf8))
    } catch {
      throw .period(found: text, error)
    }
  }

  private static func absolute(
    _ text: [UInt8]
  ) throws(PeriodFlaw) -> PeriodExpression {
    if text.count == 22, text[10..<12].elementsEqual("..".utf8) {
      return try dates(first: text[..<10], last: text[12...])
    }
    guard text.count >= 4, let year = DecimalDigits.number(text[..<4]) else {
      throw .unknownForm
    }
    guard text.count == 4 || text[4] == UInt8(ascii: "-") else { throw .unknownForm }
    let part = text.dropFirst(5)
    switch (part.count, part.first) {
    case (0, _) where text.count == 4:
      guard year >= 1 else { throw .noSuchYear }
      return .year(year)
    case (3, UInt8(ascii: "W")):
      let number = try number(part.dropFirst(), inYear: year)
      guard let week = ISOWeek(year: year, week: number) else {
        throw .noSuchWeek(year: year, weekCount: ISOWeek.count(inYear: year))
      }
      return .week(week)
    case (2, UInt8(ascii: "Q")):
      let quarter = try number(part.dropFirst(), inYear: year)
      guard 1...4 ~= quarter else { throw .noSuchQuarter(year: year) }
      return .quarter(year: year, quarter: quarter)
    case (2, _):
      let month = try number(part, inYear: year)
      guard 1...12 ~= month else { throw .noSuchMonth(year: year) }
      return .month(year: year, month: month)
    default:
      throw .unknownForm
    }
  }

  private static func number(
    _ digits: ArraySlice<UInt8>, inYear year: Int
  ) throws(PeriodFlaw) -> Int {
    guard let number = DecimalDigits.number(digits) else { throw .unknownForm }
    guard year >= 1 else { throw .noSuchYear }
    return number
  }

  private static func dates(
    first: ArraySlice<UInt8>, last: ArraySlice<UInt8>
  ) throws(PeriodFlaw) -> PeriodExpression {
    func date(_ bytes: ArraySlice<UInt8>) throws(PeriodFlaw) -> LocalDate {
      let text = String(decoding: bytes, as: UTF8.self)
      if let date = LocalDate(text) { return date }
      let hasForm = bytes.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == UInt8(ascii: "-") : 0x30...0x39 ~= byte
      }
      throw hasForm ? .noSuchDate(text) : .unknownForm
    }
    let firstDate = try date(first)
    let lastDate = try date(last)
    guard firstDate <= lastDate else { throw .endBeforeStart }
    return .dates(first: firstDate, last: lastDate)
  }

  /// The form in which the expression is read.
  package var description: String {
    switch self {
    case .all: "all"
    case .yesterday: "yesterday"
    case .last7Days: "last-7-days"
    case .last30Days: "last-30-days"
    case .thisWeek: "this-week"
    case .lastWeek: "last-week"
    case .thisMonth: "this-month"
    case .lastMonth: "last-month"
    case .week(let week): padded(week.year, 4) + "-W" + padded(week.week, 2)
    case .month(let year, let month): padded(year, 4) + "-" + padded(month, 2)
    case .quarter(let year, let quarter): padded(year, 4) + "-Q\(quarter)"
    case .year(let year): padded(year, 4)
    case .dates(let first, let last): "\(first)..\(last)"
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    var bytes: [UInt8] = []
    DecimalDigits.append(number.magnitude, width: width, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
