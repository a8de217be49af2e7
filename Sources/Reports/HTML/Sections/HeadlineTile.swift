/// One of the five figures that a reader sees first, with its change, its basis and its receipts.
struct HeadlineTile: TemplateFilling {
  /// `rate`, `median`, `p90`, `badge` or `waiting`.
  var kind: String
  /// The figure's name.
  var label: String
  /// The figure; a dash where it is not defined.
  var value: String
  /// What it is a share or a statistic of: its n.
  var basis: String
  /// The verdict in words.
  var verdict: String
  /// `good`, `bad` or `even`: how the verdict is marked, besides its words.
  var tone: String
  /// The figure of the compared period, and the difference; absent where there is none.
  var change: String?
  /// Further facts that belong beside the figure.
  var details: [String]
  /// A fact that makes the figure doubtful; absent where there is none.
  var warning: String?
  /// What went into the figure and what was left out, by reason.
  var receipts: [NamedFigure]

  /// The tile without receipts, and of its details only the last of the rate: what was left out of
  /// it stands beside a rate wherever it is shown.
  var inBrief: HeadlineTile {
    var tile = self
    tile.details = kind == "rate" ? Array(details.suffix(1)) : []
    tile.receipts = []
    return tile
  }

  static var fields: [FilledField<Self>] {
    [
      .text("kind") { $0.kind }, .text("label") { $0.label }, .text("value") { $0.value },
      .text("basis") { $0.basis }, .text("verdict") { $0.verdict }, .text("tone") { $0.tone },
      .optionalText("change") { $0.change },
      .flag("has_details") { !$0.details.isEmpty }, .texts("details") { $0.details },
      .optionalText("warning") { $0.warning }, .flag("has_receipts") { !$0.receipts.isEmpty },
      .list("receipts") { $0.receipts },
    ]
  }
}
