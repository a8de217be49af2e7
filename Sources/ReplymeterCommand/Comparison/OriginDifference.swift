/// What differs in what made two reports: version, settings, inputs.
struct OriginDifference {
  /// A line each under `version`, `settings`, `files` and `inputs`; empty where nothing differs.
  let lines: [String]
  /// The groups that differ, for the last line.
  let groups: [String]
  /// What could not be compared.
  let notes: [String]

  init(_ before: ComparedReport, _ after: ComparedReport) {
    var lines: [String] = []
    var groups: [String] = []
    func add(_ group: String, _ differences: [String]) {
      guard !differences.isEmpty else { return }
      groups.append(group)
      lines.append("\(group):")
      lines += differences.map { "  " + $0 }
    }
    if before.version != after.version {
      add("version", [Self.change(before.version, after.version)])
    }
    if let old = before.manifest, let new = after.manifest {
      add("settings", Self.settings(old.settings, new.settings))
      add("side files", Self.files(old.files, new.files))
      add("inputs", Self.files(old.inputs, new.inputs))
    }
    self.lines = lines
    self.groups = groups
    let missing = [("A", before), ("B", after)].filter { $0.1.manifest == nil }.map(\.0)
    notes =
      missing.isEmpty
      ? []
      : [
        "no manifest.json beside \(missing.joined(separator: " and ")): settings and inputs were "
          + "not compared"
      ]
  }

  private static func settings(_ old: [String: String], _ new: [String: String]) -> [String] {
    Set(old.keys).union(new.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { name in
        old[name] == new[name]
          ? nil : TerminalText.oneLine(name.utf8) + "  " + change(old[name], new[name])
      }
  }

  private static func files(
    _ old: [ComparedManifest.File], _ new: [ComparedManifest.File]
  ) -> [String] {
    var rest = new
    var kept: [String] = []
    var lines: [String] = []
    for file in old {
      let shown = TerminalText.oneLine(file.name.utf8)
      // Of files of one name, the same content before another.
      guard
        let match = rest.firstIndex(where: {
          $0.name == file.name && $0.fingerprint == file.fingerprint
        }) ?? rest.firstIndex(where: { $0.name == file.name })
      else {
        lines.append("only in A: \(shown)")
        continue
      }
      if rest.remove(at: match).fingerprint != file.fingerprint {
        lines.append("changed: \(shown)")
      }
      kept.append(file.name)
    }
    lines += rest.map { "only in B: " + TerminalText.oneLine($0.name.utf8) }
    if lines.isEmpty, kept != new.map(\.name) { lines.append("in another order") }
    return lines
  }

  private static func change(_ old: String?, _ new: String?) -> String {
    [old, new].map { $0.map { TerminalText.oneLine($0.utf8) } ?? "–" }.joined(separator: " → ")
  }
}
