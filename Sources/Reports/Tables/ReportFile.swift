/// The CSV files of a report, in the order of the contract.
package enum ReportFile: String, CaseIterable, Sendable {
  case summary
  case channels
  case employees
  case trend
  case changes
  case heatmap
  case badge
  case benchmarks
  case peers
  case expectations
  case waiting
  case conversations
  case openers
  case quality
  case rejected
  case rules

  package var fileName: String { rawValue + ".csv" }

  /// Whether it lists things one by one and so is streamed instead of rendered.
  package var isListing: Bool {
    switch self {
    case .conversations, .openers, .rejected: true
    case .summary, .channels, .employees, .trend, .changes, .heatmap, .badge, .benchmarks,
      .peers, .expectations, .waiting, .quality, .rules:
      false
    }
  }
}
