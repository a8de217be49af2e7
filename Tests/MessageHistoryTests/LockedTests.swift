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

struct WatchedTests {
  /// Two threads take turns: each waits for what the other one does.
  @Test func aChangeIsWaitedFor() {
    let turns = Watched([Int]())
    _ = withWorkers(2) { worker in
      for _ in 0..<1_000 {
        turns.withLock(once: { $0.count % 2 == worker }) { $0.append(worker) }
      }
    }
    #expect(turns.withLock { $0 } == (0..<2_000).map { $0 % 2 })
  }

  @Test func anErrorLeavesTheLockOpen() {
    let value = Watched(1)
    #expect(throws: CancellationError.self) {
      try value.withLock(once: { $0 == 1 }) { number in
        number = 2
        throw CancellationError()
      }
    }
    #expect(value.withLock(once: { $0 == 2 }) { $0 } == 2)
  }
}
