import DelimitedText
import MessageHistory
import ResponseMetrics

/// Numbers as people read them: rounded, with units, and a dash where there is none.
///
/// Every rounding is half away from zero. Parts of one figure are joined by no-break spaces.
struct ReadableNumbers: Sendable {
  /// What stands for a figure that is not defined.
  static let dash = "–"
  /// Between a number and its unit of time.
  private static let space = "\u{A0}"
  private static let thin = "\u{202F}"
  private static let minus = "\u{2212}"

  private let words: NumberWording

  init(_ words: NumberWording) {
    self.words = words
  }

  // MARK: Counts and shares

  /// A whole number with its thousands parted: `12 345`, `12.345`.
  func count(_ count: Int) -> String {
    if (0..<1_000).contains(count) { return count.description }
    var digits: [UInt8] = []
    digits.appendDecimal(Int(clamping: count.magnitude))
    var text = Array((count < 0 ? Self.minus : "").utf8)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += words.groupMark.utf8 }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  func count(_ count: Int?) -> String { count.map { self.count($0) } ?? Self.dash }

  /// A share as a percentage with at most one decimal: `92 %`, `91.7 %`.
  ///
  /// What is not all is never shown as 100 %, and what is not nothing never as 0 %.
  func rate(_ share: Fraction?) -> String {
    guard let share else { return Self.dash }
    let thousandths = Int(share.rounded(toMultiplesOfOneOver: 1_000))
    let percent = words.percentSpace + "%"
    if thousandths == 1_000, share < Fraction(1) { return ">\(Self.thin)\(tenths(999))" + percent }
    if thousandths == 0, share > Fraction(0) { return "<\(Self.thin)\(tenths(1))" + percent }
    return tenths(thousandths) + percent
  }

  /// A bound of an interval of shares, as a percentage.
  func rate(bound: Double) -> String {
    tenths(Int((bound * 1_000).rounded(.toNearestOrAwayFromZero))) + words.percentSpace + "%"
  }

  /// The difference of two shares in percentage points, with its sign and without the unit.
  func points(_ difference: Fraction) -> String {
    signed(Int(difference.rounded(toMultiplesOfOneOver: 1_000))) { tenths($0) }
  }

  /// As `points`, in the `{points}` of a phrase that has the unit.
  func points(_ difference: Fraction, as phrase: Phrase) -> String {
    phrase.text(
      tenths: Int(difference.rounded(toMultiplesOfOneOver: 1_000)), ["points": points(difference)])
  }

  /// A number with at most one decimal: a mean of ratings, a published figure.
  func decimal(_ number: Fraction?) -> String {
    guard let number else { return Self.dash }
    let tenths = Int(number.rounded(toMultiplesOfOneOver: 10))
    return (tenths < 0 ? Self.minus : "") + self.tenths(abs(tenths))
  }

  private func signed(_ number: Int, _ text: (Int) -> String) -> String {
    number == 0 ? "±0" : (number < 0 ? Self.minus : "+") + text(abs(number))
  }

  private func tenths(_ tenths: Int) -> String {
    tenths % 10 == 0
      ? count(tenths / 10) : "\(count(tenths / 10))\(words.decimalMark)\(tenths % 10)"
  }

  // MARK: Times

  /// A length of time in milliseconds, in at most two units: `45 s`, `7 min`, `7 min 05 s`,
  /// `42 min`, `1 h`, `2 h 05 min`, `36 h`, `3 d 4 h`, `120 d`.
  ///
  /// Seconds are shown under 10 minutes, minutes under a day, hours under 100 days; days from the
  /// second one on, so that the 24 hours of many rules stay 24 hours.
  func duration(_ milliseconds: Fraction?) -> String {
    guard let milliseconds else { return Self.dash }
    if milliseconds < Fraction(0) { return Self.minus + duration(Fraction(0) - milliseconds) }
    let seconds = Int(milliseconds.rounded(toMultiplesOf: 1_000))
    if seconds < 600 { return parts(seconds, of: 60, (words.minute, words.second)) }
    let minutes = Int(milliseconds.rounded(toMultiplesOf: 60_000))
    if minutes < 60 { return minutes.description + Self.space + words.minute }
    if minutes < 1_440 { return parts(minutes, of: 60, (words.hour, words.minute)) }
    let hours = Int(milliseconds.rounded(toMultiplesOf: 3_600_000))
    if hours < 48 { return hours.description + Self.space + words.hour }
    if hours < 2_400 { return parts(hours, of: 24, (words.day, words.hour), isPadded: false) }
    let days = Int(milliseconds.rounded(toMultiplesOf: 86_400_000))
    return count(days) + Self.space + words.day
  }

  /// A difference of times with its sign.
  func signedDuration(_ milliseconds: Fraction) -> String {
    milliseconds == Fraction(0)
      ? "±0" : (milliseconds > Fraction(0) ? "+" : "") + duration(milliseconds)
  }

  func duration(_ milliseconds: Int64?) -> String { duration(milliseconds.map { Fraction($0) }) }

  func duration(_ duration: Milliseconds?) -> String { self.duration(duration?.count) }

  /// `whole` of the lesser unit as two units.
  private func parts(
    _ whole: Int, of base: Int, _ units: (greater: String, lesser: String),
    isPadded: Bool = true
  ) -> String {
    let (greater, lesser) = whole.quotientAndRemainder(dividingBy: base)
    if greater == 0 { return "\(lesser)\(Self.space)\(units.lesser)" }
    let first = "\(greater)\(Self.space)\(units.greater)"
    if lesser == 0 { return first }
    let digits = isPadded && lesser < 10 ? "0\(lesser)" : "\(lesser)"
    return first + Self.space + digits + Self.space + units.lesser
  }
}
