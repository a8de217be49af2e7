import MessageHistory

/// The openers of a period, sorted once, for grouping by anything.
///
/// Rows are sorted by wait; a stable grouping then leaves each group sorted too, so that a
/// breakdown costs one pass over the rows.
package struct OpenerTable: Sendable {
  package let rows: [OpenerRow]
  /// Indexes of the answered rows with an office wait, by that.
  private let officeOrder: [Int]

  /// - Parameter rows: in any order; sorted already costs one look at each.
  package init(_ rows: consuming [OpenerRow]) {
    if !rows.isSorted(by: \.wait) { rows.sortByNumber(\.wait) }
    let rows = rows
    self.rows = rows
    var officeOrder = rows.indices.filter {
      rows[$0].outcome == .answered && rows[$0].officeWait >= 0
    }
    officeOrder.sortByNumber { rows[$0].officeWait }
    self.officeOrder = officeOrder
  }

  /// The figures of each group.
  ///
  /// - Parameters:
  ///   - count: the number of groups.
  ///   - group: the group of a row, from 0; nil for a row that belongs to none.
  /// - Returns: the figures by group.
  package func figures(
    groups count: Int, by group: (OpenerRow) -> Int?
  ) -> [OpenerFigures] {
    let grouping = Grouping(rows.indices, groups: count) { group(rows[$0]) }
    return (0..<count).map { index in
      OpenerFigures(sortedByWait: MappedRows(rows: rows, indexes: grouping[index]))
    }
  }

  /// First response times of answered openers of each group.
  package func firstResponse(
    groups count: Int, by group: (OpenerRow) -> Int?
  ) -> [TimeFigures] {
    let grouping = Grouping(rows.indices, groups: count) {
      rows[$0].outcome == .answered ? group(rows[$0]) : nil
    }
    return (0..<count).map { index in
      TimeFigures(sorted: grouping[index].map { rows[$0].wait })
    }
  }

  /// First response times inside office hours of each group.
  package func firstResponseOffice(
    groups count: Int, by group: (OpenerRow) -> Int?
  ) -> [TimeFigures] {
    let grouping = Grouping(officeOrder, groups: count) { group(rows[$0]) }
    return (0..<count).map { index in
      TimeFigures(sorted: grouping[index].map { rows[$0].officeWait })
    }
  }

  private struct MappedRows: RandomAccessCollection {
    let rows: [OpenerRow]
    let indexes: ArraySlice<Int>
    var startIndex: Int { indexes.startIndex }
    var endIndex: Int { indexes.endIndex }
    subscript(position: Int) -> OpenerRow { rows[indexes[position]] }
  }
}
