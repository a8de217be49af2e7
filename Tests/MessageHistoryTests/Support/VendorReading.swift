import MessageHistory

/// How a test reads exports: the files by name, as a run would be given them.
struct VendorReading {
  /// The configuration's `format`; nil where it is recognised.
  var format: String?
  var own: [String] = []
  var columns: [Column: String] = [:]
  var values: [Column: [String: String]] = [:]
  var clock = LocalClock.utc
  var isClockConfigured = false
  var dateOrder: DateOrder?

  var settings: InputSettings {
    var settings = InputSettings(clock: clock, columns: columns, values: values)
    settings.isClockConfigured = isClockConfigured
    settings.formats = format.map { VendorFormat.named($0) } ?? []
    settings.own = own
    settings.dateOrder = dateOrder
    return settings
  }

  /// Writes the files into `folder` and makes them ready.
  func prepare(
    _ files: KeyValuePairs<String, String>, in folder: TemporaryFolder
  ) throws -> [PreparedInput] {
    let inputs = try files.map { name, text in
      let path = try folder.write(Array(text.utf8), to: name.split(separator: "/").joined())
      return (file: try InputFile(path: path, name: name), settings: settings)
    }
    return try InputPreparation.prepare(inputs, in: InputStore())
  }

  func read(_ files: KeyValuePairs<String, String>) throws -> SettledHistory {
    let folder = try TemporaryFolder()
    return try HistoryReading().read(prepare(files, in: folder))
  }

  /// The rows in reading order, each in one line.
  func rows(_ files: KeyValuePairs<String, String>) throws -> [String] {
    try read(files).rows.map(\.brief)
  }

  /// The name of each file's format.
  func formats(_ files: KeyValuePairs<String, String>) throws -> [String?] {
    let folder = try TemporaryFolder()
    return try prepare(files, in: folder).map { $0.vendor?.name }
  }

  /// The wording of the error that ends the reading; nil where the files are read.
  func error(_ files: KeyValuePairs<String, String>) throws -> String? {
    do {
      _ = try read(files)
      return nil
    } catch let error as MessageHistoryError {
      return error.message
    }
  }
}

extension SettledRow {
  /// What a vendor's format decides: where, when, what, who.
  var brief: String {
    let what: String =
      switch messageClass {
      case .inbound: "in"
      case .humanOutbound: "out"
      case .automatedOutbound: "auto"
      case .note: "note"
      case .event: "event.\(event)"
      }
    var parts = ["\(page)/\(channel)/\(conversation)", "\(seconds)", what]
    if !employee.isEmpty { parts.append("employee=\(employee)") }
    if !assignee.isEmpty { parts.append("assignee=\(assignee)") }
    if status != .none { parts.append("\(status)") }
    if rating > 0 { parts.append("rating=\(rating)") }
    if !text.isEmpty { parts.append("'\(text)'") }
    return parts.joined(separator: " ")
  }
}
