/// Numbers of rows scattered into groups, in the order of the rows within each.
///
/// Of rows in the order of their numbers each group is sorted, then, too.
struct GroupedNumbers: Sendable {
  private let numbers: [Int64]
  private let starts: [Int]

  /// - Parameters:
  ///   - rows: what to group.
  ///   - count: the number of groups.
  ///   - group: the group of a row, from 0; negative for a row that belongs to none.
  ///   - number: the number of a row.
  init<Row>(
    _ rows: [Row], groups count: Int, by group: (Row) -> Int, _ number: (Row) -> Int64
  ) {
    var starts = Array(repeating: 0, count: count + 1)
    // An array of no room is the one empty array that all threads share, into which the standard
    // library would write a count of 0: harmless, but a race for the thread sanitizer.
    guard !rows.isEmpty else {
      (numbers, self.starts) = ([], starts)
      return
    }
    let groups = [Int32](unsafeUninitializedCapacity: rows.count) { groups, filled in
      for index in rows.indices {
        let group = group(rows[index])
        groups[index] = Int32(truncatingIfNeeded: group)
        if group >= 0 { starts[group + 1] += 1 }
      }
      filled = rows.count
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    guard starts[count] > 0 else {
      (numbers, self.starts) = ([], starts)
      return
    }
    var next = starts
    numbers = [Int64](unsafeUninitializedCapacity: starts[count]) { numbers, filled in
      next.withUnsafeMutableBufferPointer { next in
        for index in rows.indices {
          let group = Int(groups[index])
          guard group >= 0 else { continue }
          numbers[next[group]] = number(rows[index])
          next[group] += 1
        }
      }
      filled = starts[count]
    }
    self.starts = starts
  }

  /// The number of groups.
  var count: Int { starts.count - 1 }

  /// Calls `body` with a group's numbers.
  func withNumbers<Result>(
    of group: Int, _ body: (UnsafeBufferPointer<Int64>) -> Result
  ) -> Result {
    numbers.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[group]..<starts[group + 1]]))
    }
  }

  /// The statistics of each group, whose numbers are times in their order.
  func timeFigures() -> [TimeFigures] {
    (0..<count).map { withNumbers(of: $0) { TimeFigures(sorted: $0) } }
  }
}
