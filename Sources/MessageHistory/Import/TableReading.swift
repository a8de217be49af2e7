import DelimitedText

/// How the rows of a table are read: one for all inputs with the same header and settings.
final class TableReading: Sendable {
  let mapping: ColumnMapping
  /// The cells of the header record; empty where the file has none.
  let header: [String]
  let reading: RowReading
  /// Nil for one that the general mapping reads.
  let vendor: VendorFormat?

  init(_ columns: InputColumns, header: [String]) {
    mapping = columns.mapping
    reading = columns.reading
    vendor = columns.vendor
    self.header = header
  }

  /// The same with other timestamps.
  init(_ table: TableReading, timestamps: TimestampReading) {
    var reading = table.reading
    reading.timestamps = timestamps
    self.reading = reading
    mapping = table.mapping
    vendor = table.vendor
    header = table.header
  }
}

/// How tables are read, told once for all that look alike: of a million exports each has the header
/// of the others.
struct TableReadings {
  /// All that a reading follows from, but for the name of the input in errors.
  private struct Key: Hashable {
    var settings: ObjectIdentifier
    /// The first record's cells where they are a header.
    var header: [[UInt8]]
    /// How many cells the first record has.
    var width: Int
    /// The name of the format that the rows came out of.
    var origin: String?
    /// Of dates, as the first rows show it.
    var order: DateOrder?
  }

  private var known: [Key: TableReading] = [:]

  /// How a file is read.
  ///
  /// - Parameters:
  ///   - file: the input.
  ///   - first: its first record.
  ///   - start: the byte of its first row.
  ///   - dialect: how its records are told apart.
  ///   - settings: what the configuration says of it.
  /// - Returns: that of an earlier file, where it is the same.
  /// - Throws: as `InputColumns` does, and where the file cannot be read.
  mutating func reading(
    of file: InputFile, first: FirstRecord, rowsFrom start: Int, dialect: Dialect,
    settings: InputSettings
  ) throws(MessageHistoryError) -> TableReading {
    let key = Key(
      settings: settings.identity, header: settings.hasHeader ? first.cellBytes : [],
      width: first.cells.count)
    return try reading(of: file, key, rowsFrom: start, dialect: dialect) {
      () throws(MessageHistoryError) in
      TableReading(
        try InputColumns(of: file.name, first: first, settings: settings),
        header: settings.hasHeader ? first.cells : [])
    }
  }

  /// How the canonical rows that came out of an export are read.
  ///
  /// - Throws: as `InputColumns` does, and where the rows cannot be read again.
  mutating func reading(
    ofUnfolded spool: InputFile, format: VendorFormat, settings: InputSettings
  ) throws(MessageHistoryError) -> TableReading {
    let header = CanonicalSpool.header
    let key = Key(
      settings: settings.identity, header: [], width: header.count, origin: format.name)
    return try reading(
      of: spool, key, rowsFrom: CanonicalSpool.headerSize, dialect: Dialect()
    ) { () throws(MessageHistoryError) in
      TableReading(
        try InputColumns(
          of: spool.name, header: header, settings: settings, unfoldedFrom: format),
        header: header)
    }
  }

  private mutating func reading(
    of file: InputFile, _ key: Key, rowsFrom start: Int, dialect: Dialect,
    _ make: () throws(MessageHistoryError) -> TableReading
  ) throws(MessageHistoryError) -> TableReading {
    let table: TableReading
    if let told = known[key] {
      table = told
    } else {
      table = try make()
      known[key] = table
    }
    let order = try table.reading.expectedOrder(ofDatesIn: file, from: start, dialect: dialect)
    guard let order, order != table.reading.timestamps.order else { return table }
    var ordered = key
    ordered.order = order
    if let table = known[ordered] { return table }
    var timestamps = table.reading.timestamps
    timestamps.expect(order)
    let expecting = TableReading(table, timestamps: timestamps)
    known[ordered] = expecting
    return expecting
  }
}
