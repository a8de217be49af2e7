/// A figure of the headline as the mail shows it.
struct MailTile: TemplateFilling {
  let tile: HeadlineTile

  init(_ tile: HeadlineTile) {
    self.tile = tile
  }

  /// What stands before the verdict, so that it needs no colour.
  private var mark: String {
    switch tile.tone {
    case "good": "▲"
    case "bad": "▼"
    default: "●"
    }
  }

  static var fields: [FilledField<Self>] {
    [
      .text("kind") { $0.tile.kind }, .text("label") { $0.tile.label },
      .text("value") { $0.tile.value }, .text("basis") { $0.tile.basis },
      .text("verdict") { $0.tile.verdict }, .text("tone") { $0.tile.tone },
      .text("mark") { $0.mark }, .optionalText("change") { $0.tile.change },
      .optionalText("warning") { $0.tile.warning },
    ]
  }
}
