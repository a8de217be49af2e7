import MessageHistory
import Testing

struct LockedTests {
  @Test func nothingIsLostWhenManyThreadsChangeTheValue() {
    let sums = Locked([0, 0])
    _ = withWorkers(8) { worker in
      for _ in 0..<2_000 { sums.withLock { $0[worker % 2] += worker } }
    }
    // Workers 0, 2, 4, 6 and 1, 3, 5, 7, two thousand times each.
    #expect(sums.withLock { $0 } == [24_000, 32_000])
  }

  @Test func anErrorLeavesTheLockOpen() {
    let value = Locked(1)
    #expect(throws: CancellationError.self) {
      try value.withLock { number in
        number = 2
        throw CancellationError()
      }
    }
    #expect(value.withLock { $0 } == 2)
  }
}
