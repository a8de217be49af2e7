/// A part of the program that takes bytes from outside, and what must hold whatever they are.
///
/// A crash is a finding of its own; so is memory out of bounds under address sanitizer.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The fast scanner against the plain one, in any chunking; written cells read the same.
  case scanner
  /// Detection of separator and line end, and reading with what was detected.
  case dialect
  /// Timestamps, dates, periods, rules of time zones and their files.
  case timestamps
  case configuration
  /// Mustache: parsing, checking against the fields, writing.
  case templates
  /// HTML and style sheets, inlined for mail.
  case inlining
  /// report.json and manifest.json, as `diff` reads them.
  case reports

  /// Runs the target over an input; of any length, also empty.
  package func check(_ input: [UInt8]) throws(FuzzFinding) {
    switch self {
    case .scanner: try ScannerFuzz.check(input)
    case .dialect: try DialectFuzz.check(input)
    case .timestamps: try TimestampFuzz.check(input)
    case .configuration: try ConfigurationFuzz.check(input)
    case .templates: try TemplateFuzz.check(input)
    case .inlining: try InliningFuzz.check(input)
    case .reports: try ReportFuzz.check(input)
    }
  }
}
