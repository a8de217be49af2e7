/// A parsed Mustache template.
///
/// The syntax is that of the Mustache specification, with inheritance and without lambdas:
/// `{{name}}`, `{{{name}}}`, `{{&name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`,
/// `{{>template}}`, `{{<template}}{{$block}}…{{/block}}{{/template}}`, `{{!comment}}`,
/// `{{=<% %>=}}`.
package struct Template: Sendable {
  let source: TemplateSource
  let tokens: [TemplateToken]

  /// The name by which other templates include this one, and which errors show.
  package var name: String { source.name }

  /// Parses a template; the empty text is a template that writes nothing.
  ///
  /// A byte order mark at its start, which some editors leave, is not part of it.
  package init(parsing source: String, name: String) throws(TemplateError) {
    let scalars = source.unicodeScalars
    let text = scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : source
    self.source = TemplateSource(text, name: name)
    tokens = try TokenBuilder.tokens(of: self.source)
  }
}
