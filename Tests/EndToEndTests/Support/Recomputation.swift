import Foundation

/// The figures that follow from openers.csv and conversations.csv, in plain arithmetic.
///
/// Nothing of the product is used: the files are read back as a stranger would read them.
struct Recomputation {
  /// A row of openers.csv.
  struct Opener {
    var page: String
    var channel: String
    /// As it stands in the file, in the report's zone.
    var at: String
    var state: String
    var reason: String
    var employee: String
    /// In milliseconds; nil without a first response.
    var time: Int?
    var officeTime: Int?
  }

  let openers: [Opener]
  private let conversations: [[String: String]]
  /// Pages with office hours.
  private let scheduledPages: Set<String>

  init(_ folder: ReportFolder, scheduledPages: Set<String>) throws {
    openers = try folder.entries("openers").map { row in
      Opener(
        page: row["page"] ?? "", channel: row["channel"] ?? "", at: row["at"] ?? "",
        state: row["state"] ?? "", reason: row["reason"] ?? "", employee: row["employee"] ?? "",
        time: PlainNumbers.milliseconds(row["first_response_seconds"] ?? ""),
        officeTime: PlainNumbers.milliseconds(row["first_response_office_seconds"] ?? ""))
    }
    conversations = try folder.entries("conversations")
    self.scheduledPages = scheduledPages
  }

  // MARK: Slices

  /// What summary.csv, channels.csv and trend.csv say of openers.
  func outcomes(of slice: [Opener]) -> [String: String] {
    let answered = slice.count { $0.state == "answered" }
    let awaiting = slice.count { $0.state == "awaiting" }
    let missed = slice.count { $0.state == "missed" }
    let all = answered + awaiting + missed
    var cells = [
      "openers": "\(all)", "answered": "\(answered)", "awaiting": "\(awaiting)",
      "missed": "\(missed)", "response_rate": PlainNumbers.share(answered, of: all),
      "settled_response_rate": PlainNumbers.share(answered, of: answered + missed),
    ]
    for reason in ["spam", "done", "away"] {
      cells["excluded_\(reason)"] =
        "\(slice.count { $0.state == "excluded" && $0.reason == reason })"
    }
    let bounds = wilson(answered, of: all)
    cells["response_rate_low"] = bounds.map { String(format: "%.6f", $0.low) } ?? ""
    cells["response_rate_high"] = bounds.map { String(format: "%.6f", $0.high) } ?? ""
    let times = responseTimes(of: slice)
    for (name, minutes) in [
      ("1m", 1), ("5m", 5), ("15m", 15), ("1h", 60), ("4h", 240), ("8h", 480), ("24h", 1440),
    ] {
      cells["within_\(name)"] = PlainNumbers.share(
        times.count { $0 <= minutes * 60_000 }, of: all)
    }
    return cells.merging(timeColumns("first_response", times)) { own, _ in own }
  }

  /// The first response time in office hours.
  func officeTimes(of slice: [Opener], pages: [String]) -> [String: String] {
    let hasSchedule = pages.contains(where: scheduledPages.contains)
    let times = slice.filter { $0.state == "answered" && scheduledPages.contains($0.page) }
      .compactMap(\.officeTime).sorted()
    return timeColumns("first_response_office", hasSchedule ? times : nil)
  }

  /// What the messages of conversations add up to; `nil` for all pages or channels.
  func volumes(page: String?, channel: String? = nil) -> [String: String] {
    let rows = conversations.filter { row in
      (page == nil || row["page"] == page) && (channel == nil || row["channel"] == channel)
    }
    var cells = ["conversations": "\(rows.count)"]
    for column in ["inbound", "outbound_human", "outbound_automated"] {
      cells[column] = "\(rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) })"
    }
    return cells
  }

  /// What employees.csv says of first responses.
  func responses(of employee: String, page: String?) -> [String: String] {
    let slice = openers.filter { page == nil || $0.page == page }
    let own = slice.filter { $0.state == "answered" && $0.employee == employee }
    let cells = [
      "responses": "\(own.count)",
      "share": PlainNumbers.share(own.count, of: slice.count { $0.state == "answered" }),
    ]
    let pages = page.map { [$0] } ?? Array(scheduledPages)
    return cells.merging(timeColumns("first_response", responseTimes(of: own))) { own, _ in own }
      .merging(officeTimes(of: own, pages: pages)) { own, _ in own }
  }

  // MARK: Arithmetic

  func responseTimes(of slice: [Opener]) -> [Int] {
    slice.filter { $0.state == "answered" }.compactMap(\.time).sorted()
  }

  /// The ten columns of a time over sorted milliseconds; all blank for nil.
  func timeColumns(_ name: String, _ times: [Int]?) -> [String: String] {
    let statistics = [
      "mean", "fastest90_mean", "median", "p75", "p90", "p95", "p99", "min", "max",
    ]
    var cells = Dictionary(
      uniqueKeysWithValues: statistics.map { ("\(name)_\($0)_seconds", "") })
    cells["\(name)_count"] = times.map { "\($0.count)" } ?? ""
    guard let times, let least = times.first, let most = times.last else { return cells }
    let fastest = times.prefix((9 * times.count + 9) / 10)
    cells["\(name)_mean_seconds"] = PlainNumbers.seconds(
      times.reduce(0, +), over: times.count)
    cells["\(name)_fastest90_mean_seconds"] = PlainNumbers.seconds(
      fastest.reduce(0, +), over: fastest.count)
    for (word, percent) in [("median", 50), ("p75", 75), ("p90", 90), ("p95", 95), ("p99", 99)] {
      cells["\(name)_\(word)_seconds"] = quantile(times, percent: percent)
    }
    cells["\(name)_min_seconds"] = PlainNumbers.seconds(least)
    cells["\(name)_max_seconds"] = PlainNumbers.seconds(most)
    return cells
  }

  /// Linear between the two nearest of the order statistics at (n − 1)·p.
  func quantile(_ sorted: [Int], percent: Int) -> String {
    guard !sorted.isEmpty else { return "" }
    let position = (sorted.count - 1) * percent
    let low = sorted[position / 100]
    let high = sorted[min(position / 100 + 1, sorted.count - 1)]
    return PlainNumbers.seconds(low * 100 + (high - low) * (position % 100), over: 100)
  }

  /// Wilson's score interval at 95 %; nil over nothing.
  private func wilson(_ successes: Int, of all: Int) -> (low: Double, high: Double)? {
    guard all > 0 else { return nil }
    let (n, z) = (Double(all), 1.959964)
    let p = Double(successes) / n
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max(0, (middle - spread) / scale), min(1, (middle + spread) / scale))
  }
}
