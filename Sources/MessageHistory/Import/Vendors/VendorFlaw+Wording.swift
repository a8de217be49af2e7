extension VendorFlaw {
  /// The flaw as it is shown, with the file that has it, and its header's names where they may be.
  func message(path: String, showingHeader: Bool) -> String {
    switch self {
    case .malformedJSON(let line):
      "\(path):\(line): error: the JSON breaks off here or is none "
        + "(found something else, expected a whole document); export the history again"
    case .doesNotFit, .unlikeFormat, .several, .partnerMissing, .conflicting, .ownMissing,
      .ownNotFound, .columnsConfigured:
      "\(path): error: \(wording(showingHeader: showingHeader))"
    }
  }

  private func wording(showingHeader: Bool) -> String {
    switch self {
    case .doesNotFit(let format, let missing, let header):
      "the header is not that of \(format) (found "
        + (showingHeader ? listed(header) : "\(header.count) other names") + ", expected also "
        + "\(listed(missing))); name another format, or write format: auto"
    case .unlikeFormat(let format):
      "the text is not in the form of \(format) (found another form, expected that format's); "
        + "name another format, or write format: auto"
    case .several(let names):
      "the input fits several formats (found \(names.joined(separator: " and ")), expected one); "
        + "say which: format: \(names.first ?? "…")"
    case .partnerMissing(let format, let partner):
      "the other half of this export is missing (found \(format), expected \(partner) too); "
        + "name that file as an input beside it"
    case .conflicting(let format, let other):
      "two inputs tell of the same conversations (found \(format) and \(other), expected one of "
        + "them); leave out \(other)"
    case .ownMissing(let format):
      "nothing but the sender tells the direction\(format.isEmpty ? "" : " in \(format)") "
        + "(found no name of ours, expected at least one); "
        + "write the names that you send under: own: [\"…\"]"
    case .ownNotFound(let format):
      "none of our names takes part in the conversation of \(format) (found other participants, "
        + "expected one of own); write the name as the export has it: own: [\"…\"]"
    case .columnsConfigured(let format):
      "the format \(format) names its columns itself (found columns, expected none); "
        + "remove columns, or the format"
    case .malformedJSON: ""
    }
  }
}
