import Glibc
import MessageHistory
import Testing

struct ConcurrencyTests {
  @Test func workersGiveWhatTheyMadeInTheirOrder() {
    #expect(withWorkers(5) { $0 * $0 } == [0, 1, 4, 9, 16])
    #expect(withWorkers(1) { $0 } == [0])
  }

  @Test func theErrorOfTheFirstWorkerThatFailedIsThrown() {
    struct Failure: Error, Equatable {
      var worker: Int
    }
    #expect(throws: Failure(worker: 2)) {
      _ = try withWorkers(5) { worker throws(Failure) in
        if worker >= 2 { throw Failure(worker: worker) }
      }
    }
  }

  @Test func eachWorkerHasAThreadOfItsOwn() {
    let threads = withWorkers(4) { _ in pthread_self() }
    #expect(threads.first == pthread_self())
    #expect(Set(threads).count == 4)
  }

  /// Of `nice`: a thread that a pool gives may have another.
  @Test func workersHaveThePriorityOfTheirCaller() {
    // On a thread that ends, since only root may take the priority back.
    let which = __priority_which_t(PRIO_PROCESS.rawValue)
    let priorities = withWorkers(2) { number -> [Int32] in
      guard number == 1 else { return [] }
      setpriority(which, 0, getpriority(which, 0) + 3)
      return [getpriority(which, 0)] + withWorkers(4) { _ in getpriority(which, 0) }
    }[1]
    #expect(priorities.count == 5)
    #expect(Set(priorities).count == 1, "\(priorities)")
  }

  @Test func piecesComeInTheOrderOfTheirNumbers() {
    #expect(concurrently(7, workers: 3) { $0 * 2 } == [0, 2, 4, 6, 8, 10, 12])
    #expect(concurrently(0, workers: 3) { $0 } == [])
  }
}
