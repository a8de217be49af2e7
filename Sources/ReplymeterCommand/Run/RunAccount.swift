import DelimitedText
import Glibc
import MessageHistory
import Reports
import ResponseMetrics

/// What `--verbose` says of a run: what was read, what was chosen, and how long it took.
struct RunAccount {
  private let plan: ReportPlan
  private let outcome: ReportPipeline.Outcome

  init(plan: ReportPlan, outcome: ReportPipeline.Outcome) {
    self.plan = plan
    self.outcome = outcome
  }

  func lines(_ progress: RunProgress) -> [String] {
    inputLines + [span, choice, Self.times(progress.durations)]
  }

  private var inputLines: [String] {
    let history = outcome.history
    return zip(history.inputs, history.counts).map { input, counts in
      let columns = Column.allCases.compactMap { column in
        input.mapping[column].map { field in
          let name = TerminalText.oneLine(input.header[field].utf8)
          return name == column.rawValue ? name : "\(column.rawValue) from '\(name)'"
        }
      }
      return "\(input.file.name): \(ProgressLine.size(Double(input.file.size))), "
        + "\(counts.rowsRead) rows, \(counts.rowsRead - counts.accepted) rejected, "
        + "separator \(Self.name(of: input.dialect.separator)); columns "
        + columns.joined(separator: ", ")
    }
  }

  private var span: String {
    let findings = outcome.findings
    let instants = InstantFormat(clock: plan.clock)
    let asOf = findings.asOf.map { instants.string($0) } ?? "no instant, for want of rows"
    let period = findings.period.map { "\($0.from) to \($0.lastDate)" } ?? "none"
    let compared = findings.comparedPeriod.map { ", compared with \($0.from) to \($0.lastDate)" }
    return "as of \(asOf); zone \(plan.clock.name); period \(plan.period): \(period)"
      + (compared ?? "")
  }

  private var choice: String {
    "configuration \(plan.configuration.file ?? "none"); policy \(plan.policies[0].name); "
      + "\(plan.workers) threads; "
      + "\(ProgressLine.size(Double(plan.memory.bytes))) of memory for messages"
  }

  private static func name(of separator: UInt8) -> String {
    separator == 0x09 ? "tab" : "'\(String(decoding: [separator], as: UTF8.self))'"
  }

  /// Each phase's time, and the most memory that the run had at once.
  private static func times(_ durations: [(phase: RunPhase, duration: Duration)]) -> String {
    let phases = durations.map { phase, duration in
      let hundredths = Int((duration / .milliseconds(10)).rounded())
      let fraction = hundredths % 100
      return "\(phase.rawValue) \(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return phases.joined(separator: ", ")
      + "; \(ProgressLine.size(Double(usage.ru_maxrss) * 1_024)) of memory at most"
  }
}
