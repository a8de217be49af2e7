import MessageHistory
import Reports
import ResponseMetrics
import Templates

/// A whole run: settings in, reports on disk out.
struct ReportPipeline {
  let plan: ReportPlan
  let version: String

  /// What a run leaves to say.
  struct Outcome {
    var findings: Findings
    var history: History
    /// Paths of the files, where any were written.
    var written: [String] = []
  }

  func run() throws -> Outcome {
    let templates = try ReportTemplates(folder: plan.templates)
    let folder = try plan.output.map { path throws(RunError) in try OutputFolder(path) }
    let history = try readHistory(plan)
    let findings = try FindingsBuilder(plan: plan, history: history).findings()
    try Reconciliation(findings).check()
    var outcome = Outcome(findings: findings, history: history)
    guard let path = plan.output else { return outcome }
    try writeReports(findings, history, templates, to: folder)
    try folder?.publish()
    outcome.written = folder?.written.map { "\(path)/\($0.name)" } ?? []
    return outcome
  }

  private func writeReports(
    _ findings: Findings, _ history: History, _ templates: ReportTemplates,
    to folder: OutputFolder?
  ) throws {
    let documents = ReportDocuments(
      findings: findings, history: history, plan: plan, templates: templates, version: version)
    try documents.write { name, isPrivate, body throws(RunError) in
      try folder?.stream(name, isPrivate: isPrivate, body)
    }
    let manifest = Manifest(
      version: version, settings: plan.manifestSettings,
      inputs: zip(history.inputs, history.fingerprints).map { input, fingerprint in
        (input.file.name, input.origin?.size ?? input.file.size, fingerprint.hexadecimal)
      },
      sideFiles: plan.sideFiles, outputs: folder?.written ?? [])
    try folder?.write(OutputFolder.manifestName, manifest.render())
  }
}

/// Opens the inputs, reads their headers, then their rows.
func readHistory(_ plan: ReportPlan) throws -> History {
  let files = try zip(plan.inputs, plan.inputSettings).map { entry, settings in
    (file: try entry.open(), settings: settings)
  }
  return try plan.read(try InputPreparation.prepare(files))
}
