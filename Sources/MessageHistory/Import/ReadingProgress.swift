import Synchronization

/// How far the inputs are read: counted by the reading, looked at by whoever shows it.
package final class ReadingProgress: Sendable {
  private let bytes = Atomic<Int>(0)
  private let size = Atomic<Int>(0)

  package init() {}

  /// Bytes that were read so far.
  package var count: Int { bytes.load(ordering: .relaxed) }

  /// Bytes that there are to read; 0 until it is known.
  package var total: Int { size.load(ordering: .relaxed) }

  /// Says how many bytes there are to read, from the first one on: also where they are read anew.
  package func expect(_ total: Int) {
    bytes.store(0, ordering: .relaxed)
    size.store(total, ordering: .relaxed)
  }

  /// One relaxed addition, a mebibyte's reading at a time.
  package func add(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }
}
