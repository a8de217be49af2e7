import Crypto
import MessageHistory
import Reports
import ResponseMetrics

extension ReportPlan {
  /// The settings that bear on results, for manifest.json.
  ///
  /// What the configuration says of pages, columns, aliases and the like is there as its
  /// fingerprint, so that no name or address stands in the manifest.
  var manifestSettings: [(name: String, value: String?)] {
    let instants = InstantFormat(clock: clock)
    return [
      ("timezone", clock.name),
      ("period", period.description),
      ("as_of", asOf.map { instants.string($0) }),
      ("compare", comparison.map { $0 == .previous ? "previous" : "last-year" } ?? "none"),
      ("silence_ms", String(silence.count)),
      ("exclusions_done", exclusions.done.rawValue),
      ("exclusions_away", String(exclusions.away)),
      ("policy", policies[0].name),
      ("window_channels", list(windowChannels)),
      ("pages", list(chosenPages)),
      ("channels", list(chosenChannels)),
      ("employees", chosenEmployees.isEmpty ? nil : String(chosenEmployees.count)),
      ("redaction", redaction.level.rawValue),
      ("redaction_key", redaction.fingerprint),
      (
        "formats",
        ReportFormat.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ",")
      ),
      ("language", language.rawValue),
      ("listings", String(listsConversations)),
      ("csv_separator", String(decoding: [csvSeparator], as: UTF8.self)),
      ("csv_bom", String(csvHasByteOrderMark)),
      (
        "configuration_sha256",
        configuration.file == nil ? nil : SHA256.hash(data: configuration.bytes).hexadecimal
      ),
    ]
  }

  private func list(_ words: Set<[UInt8]>) -> String? {
    words.isEmpty
      ? nil
      : words.sorted { $0.lexicographicallyPrecedes($1) }
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
  }
}
