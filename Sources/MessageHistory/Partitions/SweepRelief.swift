/// Which parts of the inputs leave the system's cache once a sweep over all of them has passed, so that
/// it has room for the temporary files of what was found.
///
/// As in the first reading, whose figures hold here too: texts of rows take about as much of a
/// temporary file as packed records do.
package final class SweepRelief: Sendable {
  private let relief: CacheRelief
  /// Bytes of all inputs.
  private let size: Int
  /// How many groups were passed, by whichever worker.
  private let passed = Locked(0)

  /// Bytes that leave the cache together, or stay.
  static let groupSize = CacheRelief.blocksTogether * BlockFingerprint.blockSize

  /// - Parameters:
  ///   - inputs: all that are swept, once.
  ///   - unusedMemory: tells the bytes that are neither in use nor hold what was read of files; nil
  ///     where the machine does not tell, and nothing leaves the cache.
  package convenience init(
    of inputs: PreparedInputs, unusedMemory: @escaping @Sendable () -> Int?
  ) {
    self.init(size: inputs.size, unusedMemory: unusedMemory)
  }

  init(size: Int, unusedMemory: @escaping @Sendable () -> Int?) {
    relief = CacheRelief(unusedMemory: unusedMemory)
    self.size = size
  }

  /// Tells whether a further group that was passed leaves the cache.
  func dropsNext() -> Bool {
    passed.withLock { passed in
      defer { passed += 1 }
      return relief.drops(
        passed, ofSize: Self.groupSize, left: max(0, size - passed * Self.groupSize))
    }
  }
}
