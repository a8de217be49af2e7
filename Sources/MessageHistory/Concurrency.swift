import Dispatch
import Synchronization

/// Runs `body` for each worker at once and returns what they made, in their order.
///
/// With one worker everything runs on the calling thread.
/// - Parameters:
///   - workers: at least 1.
///   - body: gets the worker's number, from 0.
/// - Returns: what the workers made, in the order of their numbers.
/// - Throws: the error of the first worker, by number, that failed.
package func withWorkers<Made: Sendable, Failure: Error>(
  _ workers: Int, _ body: @Sendable (Int) throws(Failure) -> Made
) throws(Failure) -> [Made] {
  guard workers > 1 else { return [try body(0)] }
  let results = Mutex<[Result<Made, Failure>?]>(Array(repeating: nil, count: workers))
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    let result = Result { () throws(Failure) in try body(worker) }
    results.withLock { $0[worker] = result }
  }
  var made: [Made] = []
  for result in results.withLock({ $0 }) {
    if let result { made.append(try result.get()) }
  }
  return made
}

/// Hands out the numbers from 0 to a bound, each once, to any number of workers.
package final class WorkCounter: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int

  package init(count: Int) {
    self.count = count
  }

  /// The next number; nil where all are handed out.
  package func take() -> Int? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }
}
