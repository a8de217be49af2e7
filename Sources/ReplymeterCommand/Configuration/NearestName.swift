/// The name that someone who wrote `word` most likely meant; nothing where none is near.
///
/// Of equally near names the one listed first is taken.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  nearestNames(to: word, among: names, atMost: 1).first
}

/// The names nearest to `word`, the nearest first, those equally near in the order given.
///
/// Near is an edit distance (insert, delete, replace, swap of neighbours, in Unicode scalars, ASCII
/// letters without their case) of at most a third of the longer of the two, and at least one.
package func nearestNames(
  to word: String, among names: some Sequence<String>, atMost count: Int
) -> [String] {
  let wordScalars = foldedScalars(word)
  // Beyond this length nothing is a typing error, and the distance takes quadratic time.
  guard !wordScalars.isEmpty, wordScalars.count <= 200 else { return [] }
  var candidates: [(distance: Int, order: Int, name: String)] = []
  for (order, name) in names.enumerated() {
    let scalars = foldedScalars(name)
    let cutOff = max(1, max(scalars.count, wordScalars.count) / 3)
    if let distance = editDistance(wordScalars, scalars, atMost: cutOff) {
      candidates.append((distance, order, name))
    }
  }
  candidates.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  return candidates.prefix(count).map(\.name)
}

private func foldedScalars(_ text: String) -> [UInt32] {
  text.unicodeScalars.map { (65...90).contains($0.value) ? $0.value + 32 : $0.value }
}

/// The optimal string alignment distance of two words; nothing where it is above `limit`.
func editDistance<Symbol: Equatable>(
  _ left: [Symbol], _ right: [Symbol], atMost limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in 0..<left.count {
    var current = [i + 1]
    current.reserveCapacity(right.count + 1)
    for j in 0..<right.count {
      let replaced = previous[j] + (left[i] == right[j] ? 0 : 1)
      var best = min(replaced, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      current.append(best)
    }
    // A swap reaches back two rows, so that one row above the limit is not the end yet.
    if current.allSatisfy({ $0 > limit }), previous.allSatisfy({ $0 > limit }) { return nil }
    beforePrevious = previous
    previous = current
  }
  guard let distance = previous.last, distance <= limit else { return nil }
  return distance
}
