import MessageHistory
import ResponseMetrics

@testable import Reports

/// Every entry of a language by its name, found by looking through the value and its closed lists.
struct WordingEntries {
  /// An entry: `headline.median`, and its wordings: one, or that of few and that of many.
  struct Entry {
    var name: String
    var wordings: [String]
    /// Nil for what is no phrase.
    var plural: Phrase.Plural?
  }

  let entries: [Entry]

  init(_ wording: any Wording) {
    entries = Self.stored(in: wording, name: "") + Self.listed(by: wording)
  }

  /// By name; nil where there is no entry of that name.
  subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  private static func stored(in value: Any, name: String) -> [Entry] {
    switch value {
    case let text as String: [Entry(name: name, wordings: [text])]
    case let texts as [String]:
      texts.enumerated().map { Entry(name: "\(name).\($0)", wordings: [$1]) }
    case let phrase as Phrase:
      [Entry(name: name, wordings: phrase.wordings, plural: phrase.plural)]
    case is ReportLanguage: []
    default:
      Mirror(reflecting: value).children.flatMap { label, child in
        stored(in: child, name: (name.isEmpty ? "" : name + ".") + (label ?? ""))
      }
    }
  }

  private static func listed(by wording: any Wording) -> [Entry] {
    func list<Case: CaseIterable>(_ name: String, _ text: (Case) -> String) -> [Entry] {
      Case.allCases.map { Entry(name: "\(name).\($0)", wordings: [text($0)]) }
    }
    let terms = DefinedTerm.allCases.flatMap { term in
      let (name, text) = wording.definition(of: term)
      return [
        Entry(name: "term.\(term)", wordings: [name]),
        Entry(name: "definition.\(term)", wordings: [text]),
      ]
    }
    return list("word") { (word: TemplateWord) in wording.text(word) }
      + list("reason") { (reason: LeftOutReason) in wording.reason(reason) }
      + list("exclusion") { (exclusion: BadgePolicy.Exclusion) in wording.exclusion(exclusion) }
      + list("statistic") { (statistic: BadgePolicy.ResponseTime) in wording.statistic(statistic) }
      + list("target") { (metric: TargetMetric) in wording.name(of: metric) }
      + list("peer") { (metric: PeerMetric) in wording.name(of: metric) }
      + list("compared") { (metric: ComparedMetric) in wording.name(of: metric) }
      + list("verdict") { (verdict: BenchmarkComparison.Verdict) in wording.verdict(verdict) }
      + list("rules") { (rules: RuleSet) in wording.note(on: rules) }
      + list("quality") { (figure: QualityFigure) in wording.name(of: figure) }
      + list("done") { (rule: ExclusionRules.Done) in wording.done(rule) }
      + terms + caveats(by: wording)
  }

  /// Caveats have values, so that their list is written out; `wording.caveat` switches over all.
  private static func caveats(by wording: any Wording) -> [Entry] {
    let named: [(String, BenchmarkCaveat)] = [
      ("olderThanFiveYears", .olderThanFiveYears(published: 2015)), ("undated", .undated),
      ("publicBesidePrivate", .publicBesidePrivate),
      ("otherChannel", .otherChannel("mail", page: "chat")),
      ("allIndustries", .allIndustries),
      ("otherStatistic", .otherStatistic(.meanFirstResponse, BenchmarkStatistic("modus"))),
      ("calendarTime", .calendarTime), ("fewOpeners", .fewOpeners(7)), ("hedged", .hedged(.about)),
      ("quoted", .quoted(by: "Review")), ("statedWish", .statedWish),
      ("publishersInterest", .publishersInterest),
    ]
    let industries = IndustrySlug(folding: "retail").map { retail in
      [
        ("widerIndustry", BenchmarkCaveat.widerIndustry(retail)),
        ("joinedIndustries", .joinedIndustries(retail)),
      ]
    }
    return (named + (industries ?? [])).map {
      Entry(name: "caveat.\($0)", wordings: [wording.caveat($1)])
    }
  }
}
