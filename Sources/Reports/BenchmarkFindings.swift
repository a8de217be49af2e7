/// Rows of the three tables that set the pages beside others: cited figures, peers, expectations.
package struct BenchmarkFindings: Sendable {
  /// By shown page, for documents that tell more than a row.
  package var byPage: [PageBenchmarks] = []
  package var benchmarks: [[Cell]] = []
  package var peers: [[Cell]] = []
  package var expectations: [[Cell]] = []

  package init() {}
}
