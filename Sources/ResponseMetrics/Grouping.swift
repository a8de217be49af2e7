/// Elements scattered into groups, in their order within each.
struct Grouping: Sendable {
  private let elements: [Int]
  private let starts: [Int]

  /// - Parameters:
  ///   - elements: what to group.
  ///   - count: the number of groups.
  ///   - group: the group of an element, from 0; nil leaves it out.
  init(
    _ elements: some Collection<Int>, groups count: Int, by group: (Int) -> Int?
  ) {
    var starts = Array(repeating: 0, count: count + 1)
    for element in elements {
      if let group = group(element) { starts[group + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var grouped = Array(repeating: 0, count: starts[count])
    for element in elements {
      guard let group = group(element) else { continue }
      grouped[next[group]] = element
      next[group] += 1
    }
    self.elements = grouped
    self.starts = starts
  }

  subscript(group: Int) -> ArraySlice<Int> { elements[starts[group]..<starts[group + 1]] }
}
