import MessageHistory
import Reports
import ResponseMetrics
import Templates

/// A whole run: settings in, reports on disk out.
struct ReportPipeline {
  let plan: ReportPlan
  let version: String
  /// The clock of the run; no file depends on it.
  let now: Instant
  var progress = RunProgress()
  /// Nil where a signal may end the run without further ado.
  var interruptions: Interruptions?

  /// What a run leaves to say.
  struct Outcome {
    var findings: Findings
    var history: History
    /// Paths of the files, where any were written.
    var written: [String] = []
    /// What went wrong after the reports stood where they should, a line each.
    var flaws: [String] = []
  }

  func run() throws -> Outcome {
    let templates = try ReportTemplates(folder: plan.templates)
    let folder = try outputFolder()
    let (findings, history) = try read()
    try Reconciliation(findings).check()
    var outcome = Outcome(findings: findings, history: history)
    guard let folder else { return outcome }
    progress.enter(.writing)
    try writeReports(findings, history, templates, to: folder)
    outcome.flaws = try folder.publish()
    outcome.written = folder.written.map { "\(folder.path)/\($0.name)" }
    return outcome
  }

  /// Reads the rows and makes figures of them; once more where the walk has shown that the run's
  /// times were made of other rows.
  private func read() throws -> (Findings, History) {
    let inputs = try prepareInputs(plan, progress)
    do {
      return try read(inputs, settlesAtOnce: false)
    } catch is TimesProvedOther {
      progress.enter(.reading)
      return try read(inputs, settlesAtOnce: true)
    }
  }

  private func read(
    _ inputs: [PreparedInput], settlesAtOnce: Bool
  ) throws -> (Findings, History) {
    let history = try readHistory(of: inputs, plan, settlesAtOnce: settlesAtOnce, progress)
    progress.enter(.computing)
    return (try FindingsBuilder(plan: plan, history: history).findings(), history)
  }

  /// Takes hold of the output; nil where nothing is written.
  private func outputFolder() throws(RunError) -> OutputFolder? {
    guard let path = plan.output else { return nil }
    let target: OutputTarget =
      if let count = plan.keptRuns {
        .dated(folder: path, count: count, now: now)
      } else {
        .replaced(path: path)
      }
    guard let interruptions else { return try OutputFolder(target) }
    return try interruptions.making { () throws(RunError) in
      try OutputFolder(target)
    } cleanUp: {
      $0.giveUp()
    }
  }

  private func writeReports(
    _ findings: Findings, _ history: History, _ templates: ReportTemplates,
    to folder: OutputFolder
  ) throws {
    let documents = ReportDocuments(
      findings: findings, history: history, plan: plan, templates: templates, version: version)
    try documents.write(to: folder)
    let manifest = Manifest(
      version: version, settings: plan.manifestSettings,
      inputs: try zip(history.inputs, history.fingerprints).map { input, fingerprint in
        let file = input.origin?.file ?? input.file
        let checksum = plan.hasChecksums ? try file.sha256()?.hexadecimal : nil
        return (file.name, file.size, fingerprint, checksum)
      },
      sideFiles: plan.sideFiles, outputs: folder.written)
    try folder.write(Manifest.fileName, manifest.render())
  }
}

/// Opens the inputs, reads their headers, then their rows.
func readHistory(_ plan: ReportPlan) throws -> History {
  try readHistory(of: try prepareInputs(plan), plan)
}

/// Opens the inputs and reads their headers.
private func prepareInputs(
  _ plan: ReportPlan, _ progress: RunProgress? = nil
) throws -> [PreparedInput] {
  try hidingHeaders(under: plan.redaction) {
    let store = InputStore(hashesStreams: plan.hasChecksums)
    let files = try zip(plan.inputs, plan.inputSettings).map { entry, settings in
      (file: try entry.open(settings, in: store), settings: settings)
    }
    progress?.enter(.reading)
    return try InputPreparation.prepare(files, in: store)
  }
}

/// Reads the rows of inputs.
///
/// - Parameters:
///   - inputs: opened, with their headers read.
///   - plan: the settings.
///   - settlesAtOnce: whether all is known of the history before it is walked over.
///   - progress: where the bytes read are counted; nil where nobody looks.
/// - Returns: the history of all of them.
/// - Throws: `MessageHistoryError`, or under redaction what may be told of it.
private func readHistory(
  of inputs: [PreparedInput], _ plan: ReportPlan, settlesAtOnce: Bool = true,
  _ progress: RunProgress? = nil
) throws -> History {
  try hidingHeaders(under: plan.redaction) {
    try plan.read(inputs, settlesAtOnce: settlesAtOnce, progress)
  }
}

private func hidingHeaders<Read>(
  under redaction: Redaction, _ read: () throws -> Read
) throws -> Read {
  do {
    return try read()
  } catch let error as MessageHistoryError where redaction.hidesContacts {
    throw RunError(hidingHeaderOf: error)
  }
}
