/// What a template can write, test or walk through.
///
/// Falsy are `absent`, `flag(false)`, an empty list, and a text, number or markup without a byte:
/// whatever would be written as nothing. `number("0")` is truthy, for zero is a value. (The Mustache
/// specification names false and the empty list, and leaves the empty text open.)
package enum TemplateValue: Equatable, Sendable {
  /// Words, escaped for the kind of output.
  case text(String)
  /// A formatted number: escaped like text, but never guarded as a spreadsheet formula.
  case number(String)
  /// A condition; written as `true` or `false`.
  case flag(Bool)
  /// Values to repeat a section for, in this order.
  case list([TemplateValue])
  /// Named fields.
  case record(TemplateRecord)
  /// Text that is already safe for the kind of output: never escaped.
  case markup(String)
  /// A known name without a value: written as nothing, and so are the fields of it.
  case absent

  /// Whether a section of this value is left out, and an inverted section of it is shown.
  package var isFalsy: Bool {
    switch self {
    case .text(let text), .number(let text), .markup(let text): text.utf8.isEmpty
    case .flag(let holds): !holds
    case .list(let items): items.isEmpty
    case .record: false
    case .absent: true
    }
  }

  /// The kind of this value, as errors name it.
  var kind: TemplateValueKind {
    switch self {
    case .text: .text
    case .number: .number
    case .flag: .flag
    case .list: .list
    case .record: .record
    case .markup: .markup
    case .absent: .absent
    }
  }
}
