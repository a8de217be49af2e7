import Foundation
import TestSupport

/// Figures of one week worked out in the plainest way, for one page.
struct PlainWeek: Equatable {
  /// A message: seconds since 1970, and whether the contact wrote it.
  struct Message {
    var second: Int
    var isInbound: Bool
  }

  var openers = 0
  var answered = 0
  var awaiting = 0
  var missed = 0
  var inbound = 0
  var outbound = 0
  /// Seconds from openers to their answers, ascending.
  var waits: [Int] = []

  /// - Parameters:
  ///   - conversations: each with its messages in any order.
  ///   - week: seconds since 1970, half open.
  ///   - asOf: nothing later is known.
  init(of conversations: [[Message]], in week: Range<Int>, asOf: Int) {
    for conversation in conversations {
      let known = conversation.filter { $0.second <= asOf }.sorted {
        ($0.second, $0.isInbound ? 0 : 1) < ($1.second, $1.isInbound ? 0 : 1)
      }
      inbound += known.count { $0.isInbound && week.contains($0.second) }
      outbound += known.count { !$0.isInbound && week.contains($0.second) }
      let starts = known.indices.filter { index in
        known[index].isInbound
          && (!known[..<index].contains { $0.isInbound }
            || known[index].second - known[index - 1].second >= 86_400)
      }
      for (start, end) in zip(starts, starts.dropFirst() + [known.endIndex]) {
        let second = known[start].second
        guard week.contains(second) else { continue }
        openers += 1
        if let answer = known[start..<end].first(where: { !$0.isInbound }) {
          answered += 1
          waits.append(answer.second - second)
        } else if asOf - second < 86_400 {
          awaiting += 1
        } else {
          missed += 1
        }
      }
    }
    waits.sort()
  }

  /// Cells of summary.csv by column.
  var cells: [String: String] {
    [
      "openers": "\(openers)", "answered": "\(answered)", "awaiting": "\(awaiting)",
      "missed": "\(missed)", "inbound": "\(inbound)", "outbound_human": "\(outbound)",
      "first_response_count": "\(waits.count)",
      "first_response_min_seconds": waits.first.map { "\($0)" } ?? "",
      "first_response_max_seconds": waits.last.map { "\($0)" } ?? "",
      "first_response_median_seconds": median ?? "",
      "response_rate": openers == 0
        ? "" : String(format: "%.6f", Double(answered) / Double(openers)),
    ]
  }

  private var median: String? {
    guard !waits.isEmpty else { return nil }
    let twice = waits[(waits.count - 1) / 2] + waits[waits.count / 2]
    return twice % 2 == 0 ? "\(twice / 2)" : "\(twice / 2).5"
  }
}

/// Three years of weeks in Paris, by hand: their bounds follow from the dates of the clock changes.
enum ParisWeeks {
  /// The days on which summer time begins and ends, at 01:00 UTC.
  static let changes = [
    "2023-10-29", "2024-03-31", "2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29",
    "2026-10-25", "2027-03-28",
  ]

  /// 2024-01-01, a Monday, in days since 1970.
  static let firstMonday = 19_723

  static func date(_ day: Int) -> String {
    String(Date(timeIntervalSince1970: Double(day * 86_400)).ISO8601Format().prefix(10))
  }

  /// Hours ahead of UTC at the beginning of a date on which no clock changes.
  static func offset(_ date: String) -> Int {
    // Each change turns winter into summer or back; after the first of the list it is winter.
    changes.count { $0 < date } % 2 == 1 ? 1 : 2
  }

  /// Local midnight of a Monday, in seconds since 1970.
  static func midnight(_ day: Int) -> Int {
    day * 86_400 - offset(date(day)) * 3_600
  }

  /// As summary.csv writes it.
  static func text(_ day: Int) -> String {
    "\(date(day))T00:00:00+0\(offset(date(day))):00"
  }
}
