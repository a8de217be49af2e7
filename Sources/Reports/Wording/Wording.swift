import ResponseMetrics

/// All words of report.html, of the mail and of the text report in one language.
///
/// A language is one type in one file: the compiler names every part, entry and case that it lacks.
/// Sentences are grouped by the part of the report that they stand in; closed lists are functions
/// that switch without a default. What is cited, and what stands in the data, is in nobody's hands
/// here and stays in its own language.
protocol Wording: Sendable {
  var language: ReportLanguage { get }
  /// The heading of a report without a title of its own.
  var standardTitle: String { get }
  /// The mail's subject, as a template of `title` and `period`.
  var standardSubject: String { get }

  var numbers: NumberWording { get }
  var dates: DateWording { get }
  var scopes: ScopeWording { get }
  var headline: HeadlineWording { get }
  var receipts: ReceiptWording { get }
  var advice: AdviceWording { get }
  var charts: ChartWording { get }
  var people: PeopleWording { get }
  var badge: BadgeWording { get }
  var policy: PolicyWording { get }
  var others: ComparisonWording { get }
  var figures: FigureWording { get }
  var quality: QualityWording { get }
  var settings: SettingWording { get }
  var extent: ExtentWording { get }
  var mail: MailWording { get }
  var terminal: TerminalWording { get }

  /// A word of the templates, by the name that it has there.
  func text(_ word: TemplateWord) -> String
  /// A term of the report with its definition.
  func definition(of term: DefinedTerm) -> (name: String, text: String)
  /// Why something does not enter a figure, as it stands after a number.
  func reason(_ reason: LeftOutReason) -> String
  /// What a badge policy leaves out, as it stands in a list.
  func exclusion(_ exclusion: BadgePolicy.Exclusion) -> String
  /// How response times become one.
  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String
  /// A metric that pages have goals for.
  func name(of metric: TargetMetric) -> String
  /// A metric by which pages of an industry are set in order.
  func name(of metric: PeerMetric) -> String
  /// A metric that stands beside a published figure.
  func name(of metric: ComparedMetric) -> String
  /// The verdict on a page's figure beside a published one.
  func verdict(_ verdict: BenchmarkComparison.Verdict) -> String
  /// What a reader must be told beside a published figure, without a full stop.
  func caveat(_ caveat: BenchmarkCaveat) -> String
  /// A sentence that says how a rule set differs from the report's own.
  func note(on rules: RuleSet) -> String
  /// A row of the data quality.
  func name(of figure: QualityFigure) -> String
  /// What is done with openers of closed conversations.
  func done(_ rule: ExclusionRules.Done) -> String
}
