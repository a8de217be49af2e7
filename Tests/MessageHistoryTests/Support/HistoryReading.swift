import MessageHistory

/// How a test reads histories: what a run would take from its options and its configuration.
struct HistoryReading {
  var columns: [Column: String] = [:]
  var values: [Column: [String: String]] = [:]
  var clock = LocalClock.utc
  var separator: UInt8?
  var dateOrder: DateOrder?
  /// The zones that timestamps may name, by name.
  var zones: [String: LocalClock] = [:]
  var aliases: [String: [String]] = [:]
  var automationSenders: [String] = []
  var workers = 1
  var memory = MemoryBudget.unbounded

  var settings: InputSettings {
    var settings = InputSettings(
      clock: clock, columns: columns, values: values, separator: separator)
    settings.dateOrder = dateOrder
    settings.zones = ZoneDirectory { [zones] in zones[$0] }
    return settings
  }

  /// Writes each text to a file of its own and reads them all, in this order.
  func read(_ texts: String...) throws -> SettledHistory {
    try read(texts.map { Array($0.utf8) })
  }

  func read(_ files: [[UInt8]]) throws -> SettledHistory {
    let folder = try TemporaryFolder()
    return try read(prepare(files, in: folder))
  }

  func read(_ inputs: [PreparedInput]) throws -> SettledHistory {
    try SettledHistory(history(of: inputs))
  }

  /// The history alone: no row is fetched again.
  func history(of inputs: [PreparedInput]) throws -> History {
    let tables = HistoryTables(aliases: aliases, automationSenders: automationSenders)
    return try HistoryReader(inputs: inputs, tables: tables, workers: workers, memory: memory)
      .read()
  }

  /// Writes each to a file, `0.csv` and so on, and reads its header.
  func prepare(_ files: [[UInt8]], in folder: TemporaryFolder) throws -> [PreparedInput] {
    try files.enumerated().map { number, bytes in
      let name = "\(number).csv"
      let path = try folder.write(bytes, to: name)
      return try PreparedInput(InputFile(path: path, name: name), settings: settings)
    }
  }

  /// The error that ends the reading of one file; nil where it is read.
  func error(reading text: String) throws -> MessageHistoryError? {
    try error(reading: Array(text.utf8))
  }

  func error(reading bytes: [UInt8]) throws -> MessageHistoryError? {
    do {
      _ = try read([bytes])
      return nil
    } catch let error as MessageHistoryError {
      return error
    }
  }
}

/// Reads each text as a file, with nothing configured.
func readHistory(_ texts: String...) throws -> SettledHistory {
  try HistoryReading().read(texts.map { Array($0.utf8) })
}
