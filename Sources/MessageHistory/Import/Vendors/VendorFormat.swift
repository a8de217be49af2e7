/// The layout of one program's export: how it is recognised and how it is read.
///
/// All of them stand in one table. What is read of a format was seen in the place that its note
/// names; where a header is not known, nothing is listed, and the general mapping covers it.
package struct VendorFormat: Sendable {
  /// The name in the configuration (`inputs[].format`) and in `check`.
  package let name: String
  /// What people call the export.
  package let title: String
  /// Header names that are all there in such a file, and not all in any other; empty for a format
  /// that is no table.
  package let fingerprint: [String]
  /// What is peculiar about it, and where that was seen.
  package let note: String
  let layout: Layout

  /// How the rows are read.
  enum Layout: Sendable {
    /// One row is one message: the decoder reads the file as it is.
    case flat(FlatLayout)
    /// Rows come out of a conversion.
    case unfolded(Unfolding)
  }

  /// Whether a row is a ticket, of which nothing but the first response and the end is known.
  package var isTickets: Bool {
    if case .unfolded(.tickets) = layout { true } else { false }
  }

  /// Whether the export is JSON or a chat, and no table.
  package var isText: Bool { fingerprint.isEmpty }

  /// What the columns mean, where the decoder reads the file as it is.
  var flat: FlatLayout? {
    if case .flat(let layout) = layout { layout } else { nil }
  }

  /// How the rows come out, where they are not read as they are.
  var unfolding: Unfolding? {
    if case .unfolded(let unfolding) = layout { unfolding } else { nil }
  }
}

extension VendorFormat: Equatable {
  /// Names are told apart in the table.
  package static func == (left: VendorFormat, right: VendorFormat) -> Bool {
    left.name == right.name
  }
}

extension VendorFormat {
  /// The formats that a name of the configuration stands for: one, or all parts of a family
  /// (`gorgias` is `gorgias-tickets` and `gorgias-messages`); none where it is not known.
  package static func named(_ name: String) -> [VendorFormat] {
    let exact = table.filter { $0.name == name }
    return exact.isEmpty ? table.filter { $0.name.hasPrefix(name + "-") } : exact
  }

  /// All names that the configuration may use, families behind their parts.
  package static var names: [String] {
    let families = table.compactMap { format in
      format.name.firstIndex(of: "-").map { String(format.name[..<$0]) }
    }
    return table.map(\.name) + families
  }

  /// The names of the fingerprint that a header has not.
  func missing(in header: [String]) -> [String] {
    let folded = Set(header.map(HeaderName.folded))
    return fingerprint.filter { !folded.contains(HeaderName.folded($0)) }
  }

  /// Finds the format of a table by its header.
  ///
  /// A header that has the canonical columns is never taken for a vendor's.
  /// - Parameters:
  ///   - header: the cells of the header record.
  ///   - chosen: the formats that the configuration names; empty for all.
  /// - Returns: nil for a table that the general mapping reads.
  /// - Throws: `VendorFlaw` where the chosen one does not fit, or several do.
  static func recognised(
    by header: [String], chosen: [VendorFormat]
  ) throws(VendorFlaw) -> VendorFormat? {
    let folded = Set(header.map(HeaderName.folded))
    if chosen.isEmpty, Column.needed.allSatisfy({ folded.contains($0.rawValue) }) { return nil }
    let fitting = (chosen.isEmpty ? table : chosen).filter {
      !$0.fingerprint.isEmpty && $0.missing(in: header).isEmpty
    }
    // Of two that fit, the one that asks for all of the other's names and more is meant.
    let narrowest = fitting.filter { format in
      !fitting.contains { other in
        other != format
          && Set(other.foldedFingerprint).isStrictSuperset(of: format.foldedFingerprint)
      }
    }
    if narrowest.count > 1 { throw .several(narrowest.map(\.name)) }
    if let format = narrowest.first { return format }
    guard let first = chosen.first else { return nil }
    let nearest =
      chosen.min { $0.missing(in: header).count < $1.missing(in: header).count } ?? first
    throw .doesNotFit(format: nearest.name, missing: nearest.missing(in: header), header: header)
  }

  private var foldedFingerprint: [String] { fingerprint.map(HeaderName.folded) }
}

/// Why a file cannot be read in a vendor's format; the file's name is added by whoever reads it.
package enum VendorFlaw: Error, Equatable, Sendable {
  /// Header names that the format has and the file has not.
  case doesNotFit(format: String, missing: [String], header: [String])
  /// The file is no text of the chosen format.
  case unlikeFormat(format: String)
  /// Several formats fit.
  case several([String])
  /// The file holds one half: the other one is wanted beside it.
  case partnerMissing(format: String, partner: String)
  /// Two inputs tell of the same conversations in ways that cannot be added up.
  case conflicting(format: String, other: String)
  /// Whose messages are ours is not said.
  case ownMissing(format: String)
  /// None of the names that are said to be ours takes part.
  case ownNotFound(format: String)
  /// A format that names its columns itself was given some.
  case columnsConfigured(format: String)
  /// The text breaks off or is no JSON.
  case malformedJSON(line: Int)
}
