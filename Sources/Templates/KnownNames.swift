/// The names that would have been right where another one was found.
package struct KnownNames: Equatable, Sendable {
  /// The names, sorted, each once.
  package let sorted: [String]

  package init(_ names: some Sequence<String>) {
    sorted = Set(names).sorted()
  }

  /// The name nearest to `name` by edit distance, or nil where none is near.
  ///
  /// Near is a distance of at most a third of the name's length, at least 1 and at most 3. Of
  /// equally near names it is the first in order.
  package func nearest(to name: String) -> String? {
    let wanted = Array(name.unicodeScalars)
    let reach = min(3, max(1, wanted.count / 3))
    var best: (distance: Int, name: String)?
    for candidate in sorted {
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - wanted.count) <= reach else { continue }
      let distance = editDistance(from: wanted, to: scalars)
      if distance <= reach, distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.name
  }
}

/// Counts the edits from one word to another: insert, delete, replace, swap two neighbours.
///
/// The optimal string alignment distance; time is the product of the lengths.
private func editDistance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var current = [i + 1]
    current.reserveCapacity(right.count + 1)
    for j in right.indices {
      let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
      var least = min(replaced, last[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, beforeLast[j - 1] + 1)
      }
      current.append(least)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
