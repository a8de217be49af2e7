import MessageHistory
import ResponseMetrics

/// What became of every row of the inputs.
struct QualitySection: TemplateFilling {
  var rows: [NamedFigure]
  /// What a reader should know of the data before trusting the figures.
  var remarks: [String]

  static var fields: [FilledField<Self>] {
    [.list("rows") { $0.rows }, .texts("remarks") { $0.remarks }]
  }

  init(context: ReportContext) {
    let (words, numbers) = (context.words, context.numbers)
    let quality = context.findings.quality
    rows = QualityFigure.allCases.map { figure in
      NamedFigure(
        name: words.name(of: figure),
        value: Self.text(of: quality.value(of: figure), context))
    }
    var remarks: [String] = []
    if quality.rejected > 0 {
      remarks.append(
        words.quality.rejected.text(
          count: quality.rejected, ["n": numbers.count(quality.rejected)]))
    }
    let ambiguous = quality.totals.timesAmbiguous
    if ambiguous > 0 {
      remarks.append(
        words.quality.ambiguous.text(count: ambiguous, ["n": numbers.count(ambiguous)]))
    }
    if let share = quality.employeeShare, share < Fraction(1) {
      remarks.append(words.quality.anonymous.text(["share": numbers.rate(share)]))
    }
    if quality.ticketInputs > 0 {
      remarks.append(
        words.quality.tickets.text(
          count: quality.ticketInputs, ["n": numbers.count(quality.ticketInputs)]))
    }
    self.remarks = remarks.isEmpty && quality.totals.rowsRead > 0 ? [words.quality.good] : remarks
  }

  private static func text(of cell: Cell, _ context: ReportContext) -> String {
    switch cell {
    case .integer(let count): context.numbers.count(count)
    case .share(let share): context.numbers.rate(share)
    case .instant(let instant): context.dates.instant(instant)
    case .blank: ReadableNumbers.dash
    case .word(let text), .text(let text): ShownText.shown(text)
    case .bound, .seconds, .decimal, .date, .flag:
      CellText(clock: context.findings.clock).text(of: cell) ?? ReadableNumbers.dash
    }
  }
}
