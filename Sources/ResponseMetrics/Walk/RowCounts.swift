import MessageHistory

/// How many rows a slice has, by their sort, inside the period and outside it.
///
/// A view into the counts of all slices, one number after another: an array in a value would be
/// copied to be counted in.
struct RowCounts {
  private let base: UnsafeMutablePointer<Int>

  /// The sorts of rows by which they are counted: classes, of which one has two sorts.
  enum Sort: Int {
    case inbound = 0
    case outboundHuman = 1
    case outboundAutomated = 2
    case note = 3
    case event = 4
    /// Human outbound messages of which nobody knows who sent them, apart from the others.
    case unattributed = 5
  }

  /// What is added to a sort for a row of the period.
  private static var period: Int { 8 }
  /// Numbers of a slice.
  static var countPerSlice: Int { 16 }

  /// The counts of a slice among those of all.
  @inline(__always)
  init(_ counts: borrowing OwnedMemory<Int>, of slice: Int) {
    base = counts.base + slice &* Self.countPerSlice
  }

  /// Counts a row; without a branch by what it is.
  ///
  /// - Parameters:
  ///   - moment: the row's.
  ///   - further: what its traits have.
  ///   - first: index of its slice's first number among those of all slices.
  ///   - isInPeriod: whether it lies in the period.
  ///   - counts: those of all slices.
  @inline(__always)
  static func count(
    _ moment: Int64, _ further: FurtherTraits, from first: Int32, isInPeriod: Bool,
    in counts: UnsafeMutablePointer<Int>
  ) {
    // The low bits of a moment are the class, which is the sort's number.
    let sort =
      Int(truncatingIfNeeded: moment & 7)
      | Int(further.rawValue & FurtherTraits.unattributed.rawValue) >> unattributedShift
    counts[Int(first) | sort | (isInPeriod ? period : 0)] &+= 1
  }

  /// From the mark of traits to what a sort has more than a class.
  private static var unattributedShift: Int { 3 }

  func inPeriod(_ sort: Sort) -> Int { base[sort.rawValue | Self.period] }

  private func all(_ sort: Sort) -> Int { base[sort.rawValue] + inPeriod(sort) }

  /// Whether there is any row.
  var isSeen: Bool { (0..<Self.countPerSlice).contains { base[$0] > 0 } }

  /// Adds all rows, those outside the period too.
  func add(to kept: inout KeptRows) {
    let human = all(.outboundHuman) + all(.unattributed)
    kept.outboundHumanWithEmployee += all(.outboundHuman)
    kept.outboundHuman += human
    kept.messages += all(.inbound) + human + all(.outboundAutomated)
    kept.notes += all(.note)
    kept.events += all(.event)
  }
}
