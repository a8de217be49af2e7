/// The kinds of values without the values, so that an error can name one and hide the other.
package enum TemplateValueKind: String, Equatable, Sendable {
  case text, number, flag, list, record, markup, absent
}
