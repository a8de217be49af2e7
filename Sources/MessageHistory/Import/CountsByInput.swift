/// What was met in the rows of each of many inputs.
///
/// Counts that are equal, as those of small inputs are, are kept once.
package struct CountsByInput: RandomAccessCollection, Sendable {
  private var kept = KeptCounts()
  /// By input.
  private var numbers: [UInt32]

  /// - Parameters:
  ///   - inputs: the number of inputs; of one without a part there were no rows.
  ///   - parts: what workers counted, in any order.
  init(inputs: Int, parts: [PartialCounts]) {
    numbers = Array(repeating: kept.number(of: InputCounts()), count: inputs)
    for part in parts {
      part.forEach { input, counts in kept.add(counts, to: &numbers[input]) }
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }

  package subscript(input: Int) -> InputCounts { kept[numbers[input]] }
}

/// What one worker counted in the inputs that it came to, one after the other.
struct PartialCounts: Sendable {
  private var kept = KeptCounts()
  private var ended: [(input: UInt32, number: UInt32)] = []
  /// The input that the worker is at.
  private var open: (input: Int, counts: InputCounts)?

  /// Adds what was met in a stretch of an input.
  mutating func add(_ counts: InputCounts, of input: Int) {
    if let open, open.input == input {
      self.open?.counts += counts
    } else {
      if let open { ended.append((UInt32(open.input), kept.number(of: open.counts))) }
      open = (input, counts)
    }
  }

  /// Calls `body` with each input and what was met in it, in the order of their coming.
  func forEach(_ body: (Int, InputCounts) -> Void) {
    for entry in ended { body(Int(entry.input), kept[entry.number]) }
    if let open { body(open.input, open.counts) }
  }
}

/// Counts by number, equal ones under one where that is told at once.
private struct KeptCounts: Sendable {
  private var all: [InputCounts] = []
  private var known: [InputCounts: UInt32] = [:]

  subscript(number: UInt32) -> InputCounts { all[Int(number)] }

  /// The number of counts, which are taken in where they are not known.
  mutating func number(of counts: InputCounts) -> UInt32 {
    // Words and dates that stand in one input alone are not looked for in the others.
    guard counts.areOfNumbersAlone else { return append(counts) }
    if let number = known[counts] { return number }
    let number = append(counts)
    known[counts] = number
    return number
  }

  /// Adds to the counts of a number, which becomes another.
  mutating func add(_ counts: InputCounts, to number: inout UInt32) {
    var sum = all[Int(number)]
    if sum.areOfNumbersAlone {
      sum += counts
      number = self.number(of: sum)
    } else {
      all[Int(number)] += counts
    }
  }

  private mutating func append(_ counts: InputCounts) -> UInt32 {
    all.append(counts)
    return UInt32(all.count - 1)
  }
}
