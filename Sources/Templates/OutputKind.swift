/// What is written, and with it how `{{name}}` is escaped.
package enum OutputKind: Equatable, Sendable {
  /// HTML: `&`, `<`, `>`, `"` and `'` become character references.
  case html
  /// CSV: every `{{name}}` is one field, quoted by RFC 4180 where it has to be.
  ///
  /// A text that a spreadsheet could take for a formula is prefixed with `'`; see
  /// `TemplateValue.number` for what is not. A comma of the template itself, outside quotes, is
  /// written as the separator.
  case csv(separator: UInt8)
  /// Plain text: nothing is escaped.
  case plain
}
