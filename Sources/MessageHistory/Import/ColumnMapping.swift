/// Which field of a record holds which canonical column.
package struct ColumnMapping: Sendable, Equatable {
  /// Field by column, in the order of `Column.allCases`; −1 where the file has none.
  private var fields: [Int]

  package init(_ fields: [Column: Int]) {
    self.fields = Column.allCases.map { fields[$0] ?? -1 }
  }

  /// The field of a column, from 0; nil where the file has none.
  package subscript(column: Column) -> Int? {
    let field = fields[column.ordinal]
    return field < 0 ? nil : field
  }

  /// Finds the columns in a header: what the configuration names, then canonical names, then
  /// synonyms.
  ///
  /// - Parameters:
  ///   - header: the cells of the header record.
  ///   - configured: header names by column; they must be there.
  ///   - general: the columns that canonical names and synonyms are looked for; nil for all.
  ///   - isDirectionBySender: whether the sender tells the direction where no column does.
  /// - Throws: `ColumnMappingFlaw` for a configured name that is missing, two fields that could
  ///   both be a column, or a needed column that is not there.
  package init(
    header: [String], configured: [Column: String], general: Set<Column>? = nil,
    isDirectionBySender: Bool = false
  ) throws(ColumnMappingFlaw) {
    let folded = header.map(HeaderName.folded)
    let isGeneral = { (column: Column) in general?.contains(column) ?? true }
    var found: [Column: Int] = [:]
    for column in Column.allCases {
      if let name = configured[column] {
        guard let field = Self.field(named: name, in: header, folded: folded) else {
          throw .configuredColumnMissing(column: column, name: name, header: header)
        }
        found[column] = field
      } else if isGeneral(column) {
        let named = folded.indices.filter { folded[$0] == column.rawValue }
        if named.count > 1, Column.needed.contains(column) {
          throw .ambiguousColumn(column: column, names: named.map { header[$0] })
        }
        found[column] = named.first
      }
    }
    let taken = Set(found.values)
    for column in Column.allCases where found[column] == nil && isGeneral(column) {
      let candidates = folded.indices.filter {
        !taken.contains($0) && column.synonyms.contains(folded[$0])
      }
      if candidates.count > 1, Column.needed.contains(column) {
        throw .ambiguousColumn(column: column, names: candidates.map { header[$0] })
      }
      let ranked = column.synonyms.lazy.compactMap { name in
        candidates.first { folded[$0] == name }
      }
      if let best = ranked.first { found[column] = best }
    }
    if isDirectionBySender, found[.direction] == nil {
      found[.direction] = found[.senderName] ?? found[.senderID]
    }
    self.init(found)
    for column in Column.needed where found[column] == nil {
      throw .neededColumnMissing(column: column, header: header)
    }
  }

  /// Takes the columns by position, in a file without a header.
  ///
  /// - Parameters:
  ///   - positions: fields by column, from 0.
  ///   - width: how many fields the first record has.
  ///   - isDirectionBySender: whether the sender tells the direction where no column does.
  /// - Throws: `ColumnMappingFlaw` for a needed column without a position, or one beyond the first
  ///   record.
  init(
    positions: [Column: Int], width: Int, isDirectionBySender: Bool = false
  ) throws(ColumnMappingFlaw) {
    var positions = positions
    if isDirectionBySender, positions[.direction] == nil {
      positions[.direction] = positions[.senderName] ?? positions[.senderID]
    }
    for column in Column.allCases {
      if let field = positions[column] {
        guard field >= 0 && field < width else {
          throw .positionMissing(column: column, position: field + 1, width: width)
        }
      } else if Column.needed.contains(column) {
        throw .neededPositionMissing(column: column, width: width)
      }
    }
    self.init(positions)
  }

  private static func field(named name: String, in header: [String], folded: [String]) -> Int? {
    header.firstIndex(of: name) ?? folded.firstIndex(of: HeaderName.folded(name))
  }
}

/// Why the columns of a file cannot be told; the file's name is added by whoever reads it.
package enum ColumnMappingFlaw: Error, Equatable, Sendable {
  case neededColumnMissing(column: Column, header: [String])
  case ambiguousColumn(column: Column, names: [String])
  case configuredColumnMissing(column: Column, name: String, header: [String])
  /// Without a header: the position, from 1, lies beyond the first record's `width` fields.
  case positionMissing(column: Column, position: Int, width: Int)
  /// Without a header: a needed column has no position.
  case neededPositionMissing(column: Column, width: Int)
}

extension Column {
  /// The column's place among all columns.
  var ordinal: Int {
    switch self {
    case .conversationID: 0
    case .timestamp: 1
    case .direction: 2
    case .messageID: 3
    case .page: 4
    case .channel: 5
    case .kind: 6
    case .senderID: 7
    case .senderName: 8
    case .employeeID: 9
    case .employeeName: 10
    case .contactID: 11
    case .contactName: 12
    case .assignee: 13
    case .status: 14
    case .tag: 15
    case .rating: 16
    case .text: 17
    }
  }
}
