package import MessageHistory

/// The words that say how a figure was made, as published, and what can be read from them.
package struct BenchmarkStatistic: Hashable, Sendable {
  /// As it stands in the column `statistic`.
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// What the words begin with.
  package enum Kind: String, CaseIterable, Sendable {
    case mean
    case median
    case share
    case minimum
    case maximum
  }

  /// A word in brackets that keeps a published value from being taken as exact.
  package enum Hedge: String, CaseIterable, Sendable {
    case about
    case nearly
    case almost
    case moreThan = "more than"
    case justUnder = "just under"
  }

  /// Nil where the words begin otherwise ("typical company"): of no kind that can be compared.
  package var kind: Kind? {
    let first = text.prefix { $0.isLetter }
    return Kind(rawValue: first.lowercased())
  }

  /// The hedge that the publisher or its reader put beside the value; nil where there is none.
  package var hedge: Hedge? {
    for bracket in text.split(separator: "(").dropFirst() {
      let inside = bracket.prefix { $0 != ")" }
      for hedge in Hedge.allCases
      where inside == hedge.rawValue || inside.hasPrefix(hedge.rawValue + " ") {
        return hedge
      }
    }
    return nil
  }

  /// The part that the figure is about (a country, weekdays, complaints); nil where it is about
  /// the whole.
  package var segment: String? {
    let mark = "segment="
    for clause in text.split(separator: ";") {
      let clause = clause.drop { $0.isWhitespace }
      if clause.hasPrefix(mark) { return String(clause.dropFirst(mark.count)) }
    }
    return nil
  }

  /// The T of "within T", as in "share within 60 min"; nil where there is none.
  package var limit: Milliseconds? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." }
    guard let within = words.firstIndex(of: "within"), within + 2 < words.count,
      let count = Int64(words[within + 1]), (1...100_000).contains(count)
    else { return nil }
    return switch words[within + 2] {
    case "s", "sec", "seconds": .seconds(count)
    case "min", "minute", "minutes": .minutes(count)
    case "h", "hour", "hours": .hours(count)
    case "d", "day", "days": .days(count)
    default: nil
    }
  }

  /// Whether the figure is about complaints rather than every kind of enquiry.
  package var isAboutComplaints: Bool {
    text.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("complain") }
  }
}
