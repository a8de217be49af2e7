/// Rows of the three tables that set the pages beside others: cited figures, peers, expectations.
package struct BenchmarkFindings: Sendable {
  package var benchmarks: [[Cell]] = []
  package var peers: [[Cell]] = []
  package var expectations: [[Cell]] = []

  package init() {}
}
