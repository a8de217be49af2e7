import MessageHistory

/// The openers of a period, sorted once, for grouping by anything.
///
/// Rows are sorted by wait; a stable grouping then leaves each group sorted too, so that a
/// breakdown costs one pass over the rows.
package struct OpenerTable: Sendable {
  /// By wait.
  package let rows: [OpenerRow]
  /// Answered rows with an office wait, by that.
  private let officeResponses: [OfficeResponse]

  private struct OfficeResponse {
    var wait: Int64
    var slice: UInt32
    var employee: UInt32
  }

  /// - Parameter rows: in any order; sorted already costs one look at each.
  package init(_ rows: consuming [OpenerRow]) {
    if !rows.isSorted(by: \.wait) { rows.sortByNumber(\.wait) }
    let rows = rows
    var officeResponses: [OfficeResponse] = []
    for row in rows where row.officeWait >= 0 && row.outcome == .answered {
      officeResponses.append(
        OfficeResponse(wait: row.officeWait, slice: row.slice, employee: row.employee))
    }
    officeResponses.sortByNumber(\.wait)
    self.officeResponses = officeResponses
    self.rows = rows
  }

  /// The figures of each group.
  ///
  /// - Parameters:
  ///   - count: the number of groups.
  ///   - group: the group of a row, from 0; negative for a row that belongs to none.
  /// - Returns: the figures by group.
  package func figures(
    groups count: Int, by group: (OpenerRow) -> Int
  ) -> [OpenerFigures] {
    let groups = GroupedNumbers(rows, groups: count, by: group) { PackedOpener($0).packed }
    var times: [Int64] = []
    return (0..<count).map { index in
      groups.withNumbers(of: index) { OpenerFigures(sorted: $0, scratch: &times) }
    }
  }

  /// First response times of answered openers of each group.
  ///
  /// - Parameters:
  ///   - count: the number of groups.
  ///   - group: the group of a slice and an employee, from 0; negative for none.
  /// - Returns: the figures by group.
  package func firstResponse(
    groups count: Int, by group: (_ slice: UInt32, _ employee: UInt32) -> Int
  ) -> [TimeFigures] {
    GroupedNumbers(rows, groups: count) {
      $0.outcome == .answered ? group($0.slice, $0.employee) : -1
    } _: {
      $0.wait
    }.timeFigures()
  }

  /// First response times inside office hours of each group, as `firstResponse` has them.
  package func firstResponseOffice(
    groups count: Int, by group: (_ slice: UInt32, _ employee: UInt32) -> Int
  ) -> [TimeFigures] {
    GroupedNumbers(officeResponses, groups: count) {
      group($0.slice, $0.employee)
    } _: {
      $0.wait
    }.timeFigures()
  }
}

/// What the figures of a group need of an opener, in one number that sorts as its wait.
///
/// Waits are below 2⁵⁸ ms, some nine million years.
struct PackedOpener {
  let packed: Int64

  @inline(__always)
  init(packed: Int64) {
    self.packed = packed
  }

  @inline(__always)
  init(_ row: OpenerRow) {
    packed =
      row.wait << 5 | (row.isFirstOutboundAutomated ? 16 : 0)
      | (row.isHandledByAutomation ? 8 : 0) | Int64(row.outcome.rawValue)
  }

  @inline(__always) var wait: Int64 { packed >> 5 }
  @inline(__always) var isFirstOutboundAutomated: Bool { packed & 16 != 0 }
  @inline(__always) var isHandledByAutomation: Bool { packed & 8 != 0 }
  @inline(__always) var outcome: Int { Int(truncatingIfNeeded: packed & 7) }
}
