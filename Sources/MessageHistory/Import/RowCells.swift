package import DelimitedText

/// A row's cells by canonical column, trimmed, as they lie in the batch.
///
/// Where a file has employee_id or employee_name, these two take the sender's place on outbound
/// rows, for everything.
package struct RowCells {
  private let record: Record
  private let fields: ColumnFields

  package init(_ record: Record, fields: ColumnFields) {
    self.record = record
    self.fields = fields
  }

  /// The cell without white space at its ends; empty where the file has no such column.
  @inline(always)
  package func trimmed(
    _ column: Column, _ scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    record.trimmedCell(fields[column], scratch: &scratch)
  }

  /// The cell of a field that is no canonical column, without white space at its ends.
  func trimmed(field: Int, _ scratch: inout ByteScratch) -> UnsafeRawBufferPointer {
    record.cell(field, scratch: &scratch).trimmingWhiteSpace()
  }

  /// The cell as it stands.
  package func whole(_ column: Column, _ scratch: inout ByteScratch) -> UnsafeRawBufferPointer {
    let field = fields[column]
    guard field >= 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return record.cell(field, scratch: &scratch)
  }

  @inline(always)
  package func senderID(
    _ direction: Direction, _ scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    let isEmployees = direction == .outbound && fields.hasEmployee
    return trimmed(isEmployees ? .employeeID : .senderID, &scratch)
  }

  @inline(always)
  package func senderName(
    _ direction: Direction, _ scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    let isEmployees = direction == .outbound && fields.hasEmployee
    return trimmed(isEmployees ? .employeeName : .senderName, &scratch)
  }
}

/// A column mapping in the form in which the hot path asks it: plain numbers, so that handing it
/// on costs no reference counting.
package struct ColumnFields: Sendable {
  private var fields = InlineArray<18, Int32>(repeating: -1)
  let hasEmployee: Bool

  package init(_ mapping: ColumnMapping) {
    for column in Column.allCases { fields[column.ordinal] = Int32(mapping[column] ?? -1) }
    hasEmployee = mapping[.employeeID] != nil || mapping[.employeeName] != nil
  }

  @inline(always)
  subscript(column: Column) -> Int { Int(fields[column.ordinal]) }
}
