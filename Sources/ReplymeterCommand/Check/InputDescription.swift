import DelimitedText
import MessageHistory
import Reports
import ResponseMetrics

/// What one input was understood as, and on what evidence.
struct InputDescription {
  let history: History
  /// The input's index in the history.
  let index: Int
  let settings: InputSettings
  /// Whether other header names than those of columns are hidden: without a header they are cells.
  let hidesHeader: Bool
  /// How instants are shown.
  let instants: InstantFormat
  /// The oldest and newest instant of its rows.
  let span: ClosedRange<Instant>?

  private var input: PreparedInput { history.inputs[index] }
  private var counts: InputCounts { history.counts[index] }

  /// The lines, without the messages.
  ///
  /// - Throws: `MessageHistoryError` where the input is not as it was.
  func add(to lines: inout LabelledLines) throws {
    if let format = input.vendor { lines.add("format", ["\(format.name) (\(format.title))"]) }
    // What is unfolded has the canonical columns, all of them, by their own names.
    if input.origin == nil { lines.add("columns", columns) }
    lines.add("timestamps", try timestamps)
    lines.add("rows", try rows)
    if let span {
      lines.add(
        "times",
        ["\(instants.string(span.lowerBound)) to \(instants.string(span.upperBound))"])
    }
  }

  // MARK: Columns

  private var columns: [String] {
    let mapped = Column.allCases.compactMap { column in
      input.mapping[column].map { [column.rawValue, "from " + header($0) + origin(of: column)] }
    }
    let read = Set(Column.allCases.compactMap { input.mapping[$0] })
    let others = input.header.indices.filter { !read.contains($0) }.map(header)
    return LabelledLines.aligned(mapped)
      + (others.isEmpty
        ? []
        : ["not read: " + (hidesHeader ? "\(others.count)" : others.joined(separator: ", "))])
  }

  private func header(_ field: Int) -> String {
    input.header.indices.contains(field)
      ? quotedText(input.header[field].utf8) : "field \(field + 1)"
  }

  private func origin(of column: Column) -> String {
    if settings.columns[column] != nil { return ", as configured" }
    guard let field = input.mapping[column], input.header.indices.contains(field) else { return "" }
    return HeaderName.folded(input.header[field]) == column.rawValue ? "" : ", a synonym"
  }

  // MARK: Timestamps

  private var timestamps: [String] {
    get throws {
      let evidence = counts.timestamps
      let numbers = evidence.unixTimes
      let iso =
        counts.usableTimestamps - numbers - evidence.plainTimes - evidence.numericTimes
      let forms = [
        (iso, "in ISO 8601"), (numbers, "in Unix time"),
        (evidence.plainTimes, "with a month by name or another plain form"),
        (evidence.numericTimes, "with day, month and year by order"),
      ]
      var lines = [
        forms.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      ]
      if lines == [""] { lines = ["none"] }
      lines += try order.map { [$0] } ?? []
      if counts.naiveTimes > 0 { lines.append(naiveTimes) }
      if evidence.datesAlone > 0 {
        lines.append(
          counted(evidence.datesAlone, "date") + " without a time: no timestamps of messages")
      }
      return lines
    }
  }

  /// Which order dates have, and the row that says so; nil without such dates.
  private var order: String? {
    get throws {
      guard counts.timestamps.numericDates > 0 else { return nil }
      if let configured = settings.dateOrder {
        return "order \(configured.rawValue), as configured"
      }
      switch counts.timestamps.orderOfDates {
      case .proven(let order, let row):
        let line = try history.inputs.line(at: row.place)
        return "order \(order.rawValue): \(row.date) in line \(line) is a date in no other"
      case .irrelevant, .open, .contradictory:
        return "in any order: every date is the same in each"
      }
    }
  }

  private var naiveTimes: String {
    let zone = input.reading.timestamps.clock.name
    var text = "\(counts.naiveTimes) without an offset, read in \(zone)"
    if counts.timesInGap > 0 { text += ", \(counts.timesInGap) in a gap of the clock" }
    if counts.timesAmbiguous > 0 {
      text += ", \(counts.timesAmbiguous) in an hour that came twice"
    }
    return text
  }

  // MARK: Rows

  private var rows: [String] {
    get throws {
      var lines = ["\(counts.rowsRead) read, \(counts.accepted) taken"]
      let places = history.inputs.extent(of: index).places
      for reason in RejectReason.allCases where counts.rejected(reason) > 0 {
        guard
          let first = history.rejected.first(where: {
            places.contains($0.place) && $0.reason == reason
          })
        else { continue }
        let line = try history.inputs.line(at: first.place)
        lines.append(
          "\(counts.rejected(reason)) rejected for \(reason.word), the first in line \(line)")
      }
      return lines
    }
  }
}
