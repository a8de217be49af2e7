import Foundation
import Testing

extension Recomputation {
  /// Holds every figure of a report that follows from its listings against this recomputation.
  func check(
    _ folder: ReportFolder, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func expect(_ cells: [String: String], in row: [String: String], _ file: String) {
      for (column, value) in cells.sorted(by: { $0.key < $1.key }) {
        let keys = ["page", "channel", "employee", "grain", "start", "weekday", "hour"]
          .compactMap { row[$0] }.joined(separator: " ")
        #expect(
          row[column] == value,
          "\(file) \(keys) \(column), from the listings \(value); \(comment?.rawValue ?? "")",
          sourceLocation: sourceLocation)
      }
    }
    let summary = try folder.entries("summary")
    for row in summary {
      let page = row["page"] == "*" ? nil : row["page"]
      let slice = openers.filter { page == nil || $0.page == page }
      expect(outcomes(of: slice), in: row, "summary.csv")
      let pages = page.map { [$0] } ?? summary.compactMap { $0["page"] }
      expect(officeTimes(of: slice, pages: pages), in: row, "summary.csv")
      expect(volumes(page: page), in: row, "summary.csv")
    }
    for row in try folder.entries("channels") {
      let (page, channel) = (row["page"] ?? "", row["channel"] ?? "")
      let slice = openers.filter { $0.page == page && $0.channel == channel }
      expect(outcomes(of: slice), in: row, "channels.csv")
      expect(officeTimes(of: slice, pages: [page]), in: row, "channels.csv")
      expect(volumes(page: page, channel: channel), in: row, "channels.csv")
    }
    for row in try folder.entries("trend") {
      let slice = openers.filter { opener in
        (row["page"] == "*" || opener.page == row["page"])
          && Self.bucket(of: opener.at, grain: row["grain"] ?? "") == row["start"]
      }
      expect(outcomes(of: slice), in: row, "trend.csv")
    }
    for row in try folder.entries("heatmap") {
      let slice = openers.filter { opener in
        (row["page"] == "*" || opener.page == row["page"])
          && "\(Self.weekday(of: opener.at))" == row["weekday"]
          && Self.hour(of: opener.at) == row["hour"]
      }
      let cells = outcomes(of: slice)
      expect(
        cells.filter { ["openers", "answered", "first_response_median_seconds"].contains($0.key) },
        in: row, "heatmap.csv")
    }
    let employees = try folder.entries("employees")
    for row in employees {
      let page = row["page"] == "*" ? nil : row["page"]
      expect(responses(of: row["employee"] ?? "", page: page), in: row, "employees.csv")
    }
    for opener in openers where opener.state == "answered" {
      #expect(
        employees.contains { $0["page"] == opener.page && $0["employee"] == opener.employee },
        "whoever answered has a row; \(comment?.rawValue ?? "")", sourceLocation: sourceLocation)
    }
  }

  // MARK: Dates

  /// The first date of the day, ISO week or month that holds an instant as it is written.
  private static func bucket(of instant: String, grain: String) -> String {
    let date = String(instant.prefix(10))
    switch grain {
    case "day": return date
    case "month": return date.prefix(7) + "-01"
    default:
      let monday = noon(of: instant).addingTimeInterval(-86_400 * Double(weekday(of: instant) - 1))
      return monday.formatted(.iso8601.year().month().day())
    }
  }

  /// From 1 for Monday.
  private static func weekday(of instant: String) -> Int {
    // 1970-01-01 was a Thursday.
    (Int(noon(of: instant).timeIntervalSince1970 / 86_400) + 3) % 7 + 1
  }

  private static func hour(of instant: String) -> String {
    Int(instant.dropFirst(11).prefix(2)).map(String.init) ?? ""
  }

  /// Noon in UTC of an instant's date as it is written.
  private static func noon(of instant: String) -> Date {
    (try? Date(instant.prefix(10) + "T12:00:00Z", strategy: .iso8601)) ?? .distantPast
  }
}
