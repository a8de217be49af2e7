/// How many rows there are of each kind at each place, such as a channel or an hour of the week.
///
/// Of thousands of kinds that there could be, rows are of some dozens. These are numbered as they
/// turn up, and a row costs one addition, whatever it counts as: pages and sums over all of them are
/// added up afterwards.
struct KindCounts: Sendable {
  private let placeCount: Int
  /// By raw value of a kind; −1 for one that has not turned up.
  private var numbers = [Int16](repeating: -1, count: WaitRow.kindCount)
  private var kinds: [WaitRow.Kind] = []
  /// Kind by kind, by place.
  private var counts: [Int] = []

  /// - Parameter count: the number of places.
  init(places count: Int) {
    placeCount = count
  }

  /// Counts rows.
  ///
  /// - Parameters:
  ///   - rowCount: how many there are.
  ///   - placed: the place of a row, below the number of places, and what it counts as there; by the
  ///     row's index.
  @inline(__always)
  mutating func count(_ rowCount: Int, _ placed: (Int) -> (place: Int, kind: WaitRow.Kind)) {
    var next = 0
    while let index = countKnown(next..<rowCount, placed) {
      _ = enter(placed(index).kind)
      next = index
    }
  }

  /// Counts rows as far as their kinds have numbers.
  ///
  /// - Returns: the index of the first row whose kind has none; nil at the end.
  @inline(__always)
  private mutating func countKnown(
    _ rows: Range<Int>, _ placed: (Int) -> (place: Int, kind: WaitRow.Kind)
  ) -> Int? {
    let (numbers, placeCount) = (numbers, placeCount)
    return numbers.withUnsafeBufferPointer { numbers in
      counts.withUnsafeMutableBufferPointer { counts in
        for index in rows {
          let (place, kind) = placed(index)
          let number = Int(numbers[Int(truncatingIfNeeded: kind.rawValue)])
          if number < 0 { return index }
          counts[number &* placeCount &+ place] &+= 1
        }
        return nil
      }
    }
  }

  @inline(never)
  private mutating func enter(_ kind: WaitRow.Kind) -> Int {
    let number = Int(numbers[Int(kind.rawValue)])
    guard number < 0 else { return number }
    numbers[Int(kind.rawValue)] = Int16(kinds.count)
    kinds.append(kind)
    counts += repeatElement(0, count: placeCount)
    return kinds.count - 1
  }

  /// Adds counts of as many places.
  static func += (sum: inout KindCounts, other: KindCounts) {
    for (number, kind) in other.kinds.enumerated() {
      let (target, source) = (sum.enter(kind) * sum.placeCount, number * sum.placeCount)
      for place in 0..<sum.placeCount {
        sum.counts[target + place] += other.counts[source + place]
      }
    }
  }

  /// By place, how many rows count as one of the roles.
  func rows(as roles: WaitRow.Roles) -> [Int] {
    var rows = Array(repeating: 0, count: placeCount)
    for (number, kind) in kinds.enumerated() where kind.counts(as: roles) {
      for place in rows.indices { rows[place] += counts[number * placeCount + place] }
    }
    return rows
  }

  /// By place, the openers among rows that count as one of the roles, or among all.
  func openers(as roles: WaitRow.Roles? = nil) -> [OpenerCounts] {
    var openers = Array(repeating: OpenerCounts(), count: placeCount)
    for (number, kind) in kinds.enumerated() where roles.map(kind.counts(as:)) ?? true {
      for place in openers.indices {
        openers[place].add(counts[number * placeCount + place], of: kind)
      }
    }
    return openers
  }
}
