import DelimitedText
import MessageHistory

/// On what evidence an input is read with its dialect, in lines for a person.
struct DialectEvidence {
  let layout: InputLayout
  /// Whether the first record names the columns, as far as the configuration says.
  let hasHeader: Bool

  func add(to lines: inout LabelledLines) {
    lines.add("text", [layout.file.textEvidence])
    lines.add("dialect", [dialect, evidence])
    lines.add("table", [table])
  }

  private var dialect: String {
    let dialect = layout.dialect
    var parts = [
      "separator \(named(dialect.separator))", "quote \(dialect.quote.map(named) ?? "none")",
    ]
    if dialect.quote != nil {
      switch dialect.escape {
      case .doubled: parts.append("quotes doubled inside quotes")
      case .backslash: parts.append("quotes escaped by backslash")
      }
    }
    switch dialect.lineEnd {
    case .lf: parts.append("lines end with LF or CR LF")
    case .cr: parts.append("lines end with CR")
    case .any: parts.append("lines end with LF, CR LF or CR")
    }
    if dialect.isPadded { parts.append("cells padded with spaces") }
    return parts.joined(separator: ", ")
  }

  private var evidence: String {
    let candidates = layout.detection.candidates
    switch layout.detection.reason {
    case .nothingSeparated:
      return "no separator splits the sample: one column"
    case .bestScore:
      guard let best = candidates.first else { return "no evidence" }
      let others = candidates.dropFirst().filter { $0.dialect.separator != best.dialect.separator }
      let next = others.first.map {
        "; the next separator, \(named($0.dialect.separator)), scores \(score($0))"
      }
      return "\(best.agreeingRecords) of \(best.records) records have "
        + "\(best.width) cells, score \(score(best))" + (next ?? "")
    }
  }

  private var table: String {
    let start =
      layout.skippedLines == 0
      ? "begins on line 1" : "begins on line \(layout.skippedLines + 1)"
    guard hasHeader else { return "\(start), without a header, as configured" }
    switch layout.detection.table.firstRecord {
    case .names: return "\(start), with a header"
    case .data:
      return "\(start); its first record looks like data: without a header, set "
        + "header: false"
    case .missing: return "none"
    }
  }

  private func score(_ candidate: DialectCandidate) -> String {
    let thousandths = Int((candidate.score * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths / 1_000)." + zeros + digits
  }

  /// The byte as a person names it.
  private func named(_ byte: UInt8) -> String {
    switch byte {
    case Byte.tab: "tab"
    case Byte.space: "space"
    case 0x21...0x7E: "'\(UnicodeScalar(byte))'"
    default: "byte \(byte)"
    }
  }
}

extension InputFile {
  /// What its text is written in, how that was told, and how it was packed.
  var textEvidence: String {
    let packed = compression.map { ", packed with \($0.rawValue)" } ?? ""
    return "\(encoding.encoding.name): \(encoding.evidence)" + packed
  }
}
