/// The languages that reports for people are written in.
///
/// CSV, JSON, the manifest and what is said on a terminal about a run are the same in every one.
package enum ReportLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"
  /// As it is written in Brazil.
  case portuguese = "pt"
  /// Bokmål.
  case norwegian = "nb"
  case indonesian = "id"

  /// The language of a configuration that names none.
  package static let standard = ReportLanguage.english

  /// The heading of a report whose configuration has no title.
  package var standardTitle: String { wording.standardTitle }

  var wording: any Wording {
    switch self {
    case .english: EnglishWording()
    case .french: FrenchWording()
    case .portuguese: PortugueseWording()
    case .norwegian: NorwegianWording()
    case .indonesian: IndonesianWording()
    }
  }
}
