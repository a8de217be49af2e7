import Testing

@testable import Reports

/// No language lacks an entry, a value or a plural form.
struct WordingTests {
  private static let others = ReportLanguage.allCases.filter { $0 != .english }
  private static let english = WordingEntries(ReportLanguage.english.wording)

  @Test(arguments: ReportLanguage.allCases)
  func everyEntryIsFilled(language: ReportLanguage) {
    // Portuguese and Indonesian have nothing before a percent sign.
    let empty = WordingEntries(language.wording).entries.filter { entry in
      entry.wordings.contains { !$0.contains(where: { !$0.isWhitespace }) }
    }.map(\.name).filter { $0 != "numbers.groupMark" }
    let hasSpace = ![.portuguese, .indonesian].contains(language)
    #expect(empty == (["numbers.percentSpace"]) || empty.isEmpty && !hasSpace)
    #expect(language.wording.numbers.percentSpace.isEmpty == !hasSpace)
    #expect(language.wording.language == language)
  }

  @Test(arguments: others)
  func everyLanguageHasTheEntriesOfEnglish(language: ReportLanguage) {
    let names = WordingEntries(language.wording).entries.map(\.name)
    #expect(Set(names) == Set(Self.english.entries.map(\.name)))
    #expect(names.count == Self.english.entries.count)
  }

  /// Words that are rightly the same as in English.
  private static let equal: [ReportLanguage: Set<String>] = [
    .french: [
      "exclusion.spam", "figures.conversations", "headline.badge", "headline.changePoints",
      "numbers.hour", "numbers.minute", "numbers.second", "quality.messages", "reason.spam",
      "terminal.badge", "terminal.waitingLine", "word.badge", "word.contact",
      "word.conversation", "word.conversations", "word.date", "word.messages", "word.page",
      "word.pages", "word.source", "word.verdict",
    ],
    .portuguese: ["numbers.day", "numbers.hour", "numbers.minute", "numbers.second"],
    .norwegian: [
      "headline.waitingOverdue", "numbers.day", "numbers.minute", "numbers.second",
      "statistic.median", "word.data", "word.median", "word.medianKey",
    ],
    .indonesian: [
      "dates.longMonths.3", "dates.longMonths.8", "dates.longMonths.10", "dates.shortMonths.0",
      "dates.shortMonths.1", "dates.shortMonths.2", "dates.shortMonths.3", "dates.shortMonths.5",
      "dates.shortMonths.6", "dates.shortMonths.8", "dates.shortMonths.10", "exclusion.spam",
      "reason.spam", "statistic.median", "word.data", "word.median", "word.medianKey",
      "word.target",
    ],
  ]

  @Test(arguments: others)
  func noEntryIsLeftInEnglish(language: ReportLanguage) {
    let left = WordingEntries(language.wording).entries.filter { entry in
      entry.wordings == Self.english[entry.name]?.wordings
        && entry.wordings.contains { $0.plainWords.contains(where: \.isLetter) }
    }.map(\.name)
    #expect(Set(left) == Self.equal[language], "\(left.sorted())")
  }

  /// English words that would betray a sentence that was forgotten or half translated.
  @Test(arguments: others)
  func noSentenceHasEnglishWords(language: ReportLanguage) {
    let words: Set = [
      "the", "of", "and", "with", "opener", "openers", "answered", "awaiting", "missed", "held",
      "rate", "response", "waiting", "without", "left", "mean",
    ]
    for entry in WordingEntries(language.wording).entries {
      for wording in entry.wordings {
        let found = wording.lowercased().plainWords.split { !$0.isLetter }
          .filter { words.contains(String($0)) }
        #expect(found == [], "\(entry.name): \(wording)")
      }
    }
  }

  @Test(arguments: others)
  func everySentenceHasTheValuesOfEnglish(language: ReportLanguage) {
    for entry in WordingEntries(language.wording).entries where entry.name != "dates.axisDay" {
      let english = Self.english[entry.name]?.wordings ?? []
      #expect(entry.wordings.last?.places == english.last?.places, "\(entry.name)")
      // "The next opener" needs no number.
      let few = entry.wordings[0].places
      #expect(english.contains { $0.places == few }, "\(entry.name): \(entry.wordings[0])")
    }
  }

  @Test(
    arguments: zip(
      ReportLanguage.allCases, [.one, .upToOne, .upToOne, .one, .none] as [Phrase.Plural]))
  func everyPhraseHasThePluralFormsOfItsLanguage(language: ReportLanguage, plural: Phrase.Plural) {
    let forms = Set(WordingEntries(language.wording).entries.compactMap(\.plural))
    #expect(forms == [plural, .none])
  }

  @Test(
    arguments: [
      (.english, ["of 0 openers", "of 1 opener", "of 2 openers", "of 21 openers"]),
      (.french, ["sur 0 demande", "sur 1 demande", "sur 2 demandes", "sur 21 demandes"]),
      (
        .portuguese,
        [
          "de 0 solicitação", "de 1 solicitação", "de 2 solicitações", "de 21 solicitações",
        ]
      ),
      (
        .norwegian,
        [
          "av 0 henvendelser", "av 1 henvendelse", "av 2 henvendelser", "av 21 henvendelser",
        ]
      ),
      (
        .indonesian,
        [
          "dari 0 permintaan", "dari 1 permintaan", "dari 2 permintaan",
          "dari 21 permintaan",
        ]
      ),
    ] as [(ReportLanguage, [String])])
  func countsChooseTheirForm(language: ReportLanguage, expected: [String]) {
    let phrase = language.wording.headline.ofOpeners
    #expect([0, 1, 2, 21].map { phrase.text(count: $0, ["n": "\($0)"]) } == expected)
  }

  /// French parts `: ; ? % « »` from their words, by spaces at which no line breaks.
  @Test func frenchPunctuationNeverStandsAlone() {
    for entry in WordingEntries(ReportLanguage.french.wording).entries {
      for wording in entry.wordings {
        #expect(
          wording.firstMatch(of: /\x20[:;?»]|«\x20|\d\x20%/) == nil, "\(entry.name): \(wording)")
        // Wide before a colon and inside quotation marks, narrow before the others.
        #expect(
          wording.firstMatch(of: /\u{A0}[;?!%]|\u{202F}[:»]|«[^\u{A0}]/) == nil,
          "\(entry.name): \(wording)")
      }
    }
  }

  /// Bars stand 53 units apart, and a letter of their labels is 6 to 7 wide.
  @Test(arguments: ReportLanguage.allCases)
  func labelsOfBarsFitBesideEachOther(language: ReportLanguage) {
    let charts = language.wording.charts
    #expect(charts.barLater.count + charts.barAwaiting.count <= 15)
    #expect(charts.barAwaiting.count + charts.barMissed.count <= 15)
  }
}

extension String {
  /// The names in braces, in alphabetical order, each once.
  fileprivate var places: [String] {
    Set(matches(of: /\{(\w+)\}/).map { String($0.1) }).sorted()
  }

  /// The text without names in braces and names of files.
  fileprivate var plainWords: String { replacing(/\{\w+\}|\w+\.(csv|html)/, with: "") }
}
