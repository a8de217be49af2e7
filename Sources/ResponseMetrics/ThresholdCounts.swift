/// How many answers each of `ResponseThreshold` counts.
///
/// In the figures themselves and not in an array: tens of thousands of figures are copied without
/// counting references.
package struct ThresholdCounts: Sendable, Equatable {
  /// By raw value of a threshold.
  private var counts = InlineArray<7, Int>(repeating: 0)

  init() {}

  /// - Parameter count: by raw value of a threshold.
  init(_ count: (Int) -> Int) {
    for threshold in counts.indices { counts[threshold] = count(threshold) }
  }

  package subscript(threshold: ResponseThreshold) -> Int { counts[threshold.rawValue] }

  package static func == (left: ThresholdCounts, right: ThresholdCounts) -> Bool {
    left.counts.indices.allSatisfy { left.counts[$0] == right.counts[$0] }
  }
}
