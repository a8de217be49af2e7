extension Array where Element: FixedRow {
  /// Sorts by a number of each element, equal ones in their order, to and fro between this array's
  /// memory and that of another one.
  ///
  /// - Parameters:
  ///   - other: becomes the memory that the elements do not lie in at the end, with as much room; what
  ///     it holds is of no meaning.
  ///   - number: of an element.
  mutating func sortByNumber(beside other: inout [Element], _ number: (Element) -> Int64) {
    guard count > 256, count <= UInt32.max else { return sortByNumber(number) }
    let count = count
    var isInOther = false
    withUnsafeMutableBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      let digits = DigitPlan(UnsafeBufferPointer(elements), number)
      guard digits.passes > 0 else { return }
      other = Array(unsafeUninitializedCapacity: elements.count) { room, initializedCount in
        guard let otherBase = room.baseAddress else { return }
        digits.sort(base, count, beside: otherBase, number)
        initializedCount = count
      }
      isInOther = !digits.passes.isMultiple(of: 2)
    }
    if isInOther { swap(&self, &other) }
  }
}
