/// Which messages hang together by replies, by their numbers: a forest that is read off by roots.
///
/// Holds two numbers a message. A reply whose question is not in the file hangs on the number of
/// the missing one.
struct ReplyLinks {
  private var parents: [Int64: Int64] = [:]

  /// Notes that `message` answers `parent`.
  mutating func add(_ message: Int64, answers parent: Int64) {
    parents[message] = parent
  }

  /// The message that a thread began with, as far as it is known.
  ///
  /// Of messages that answer each other in a ring, the one with the least number.
  mutating func root(of message: Int64) -> Int64 {
    var path: [Int64] = []
    var seen: Set<Int64> = []
    var current = message
    while let parent = parents[current], parent != current {
      path.append(current)
      // Threads are short; where one is not, looking for rings is worth its memory.
      if path.count > Self.usualLength, !seen.insert(current).inserted {
        current = leastOfRing(through: current)
        parents[current] = nil
        break
      }
      current = parent
    }
    for step in path where step != current { parents[step] = current }
    return current
  }

  private static let usualLength = 1_000

  private func leastOfRing(through start: Int64) -> Int64 {
    var least = start
    var current = start
    while let parent = parents[current], parent != start {
      current = parent
      least = min(least, current)
    }
    return least
  }
}
