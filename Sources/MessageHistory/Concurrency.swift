import Synchronization

/// Runs `body` for each worker at once and returns what they made, in their order.
///
/// The first works on the calling thread, each other on one of its own, at the priority of the
/// caller's.
/// - Parameters:
///   - workers: at least 1.
///   - body: gets the worker's number, from 0.
/// - Returns: what the workers made, in the order of their numbers.
/// - Throws: the error of the first worker, by number, that failed.
package func withWorkers<Made: Sendable, Failure: Error>(
  _ workers: Int, _ body: @Sendable (Int) throws(Failure) -> Made
) throws(Failure) -> [Made] {
  guard workers > 1 else { return [try body(0)] }
  let results = Locked<[Result<Made, Failure>?]>(Array(repeating: nil, count: workers))
  withoutActuallyEscaping(body) { body in
    doAtOnce(workers) { worker in
      let result = Result { () throws(Failure) in try body(worker) }
      results.withLock { $0[worker] = result }
    }
  }
  var made: [Made] = []
  for result in results.withLock({ $0 }) {
    if let result { made.append(try result.get()) }
  }
  return made
}

/// Does what each worker has to do, and returns when all have done it.
///
/// What a thread that the system does not give should have done, the calling one does.
private func doAtOnce(_ workers: Int, _ work: @escaping @Sendable (Int) -> Void) {
  let threads = (1..<workers).map { worker in WorkerThread { work(worker) } }
  work(0)
  for (worker, thread) in zip(1..., threads) {
    if let thread { thread.join() } else { work(worker) }
  }
}

/// Does several pieces of work, at most `workers` at once, and returns what they made, in order.
///
/// The pieces are begun in their order, so that the longest should come first.
/// - Parameters:
///   - count: the number of pieces.
///   - workers: at least 1.
///   - body: gets the number of a piece, from 0.
/// - Returns: what the pieces made, by their number.
/// - Throws: the error of a piece that failed.
package func concurrently<Made: Sendable, Failure: Error>(
  _ count: Int, workers: Int, _ body: @Sendable (Int) throws(Failure) -> Made
) throws(Failure) -> [Made] {
  let counter = WorkCounter(count: count)
  let parts = try withWorkers(min(workers, max(count, 1))) {
    _ throws(Failure) -> [(number: Int, made: Made)] in
    var parts: [(number: Int, made: Made)] = []
    while let number = counter.take() { parts.append((number, try body(number))) }
    return parts
  }
  return parts.joined().sorted { $0.number < $1.number }.map(\.made)
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

/// Does two pieces of work, at once where there are workers enough, and returns what they made.
///
/// - Throws: the error of the first one that failed.
package func sideBySide<First: Sendable, Second: Sendable, Failure: Error>(
  workers: Int, _ first: @Sendable () throws(Failure) -> First,
  _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let (first, others) = try sideBySide(workers: workers, first, each: 1) {
    _ throws(Failure) in try second()
  }
  return (first, others[0])
}

/// Does a piece of work that is begun first, and several others beside it, at most so many at once.
///
/// - Parameters:
///   - workers: at least 1.
///   - first: the piece that takes longest, or has stretches in which nobody can help.
///   - count: the number of the other pieces.
///   - body: gets the number of one of these, from 0.
/// - Returns: what the first piece made, and what the others made, by their number.
/// - Throws: the error of a piece that failed.
package func sideBySide<First: Sendable, Made: Sendable, Failure: Error>(
  workers: Int, _ first: @Sendable () throws(Failure) -> First, each count: Int,
  _ body: @Sendable (Int) throws(Failure) -> Made
) throws(Failure) -> (First, [Made]) {
  let firstMade = Locked<First?>(nil)
  let made = try concurrently(count + 1, workers: workers) {
    number throws(Failure) -> Made? in
    guard number == 0 else { return try body(number - 1) }
    let made = try first()
    firstMade.withLock { $0 = made }
    return nil
  }.compactMap(\.self)
  if let first = firstMade.withLock({ $0 }) { return (first, made) }
  // It is there: the piece has run. As above, for a compiler that cannot know it.
  return (try first(), made)
}
