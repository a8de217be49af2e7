/// One line that says how far a run is.
struct ProgressLine: Equatable {
  var phase: RunPhase
  /// Bytes read, of how many; the total is 0 while it is not known.
  var count: Int
  var total: Int
  /// Since the phase began.
  var elapsed: Duration

  /// The line for a terminal of so many columns, the last of which stays free.
  func text(width: Int) -> String {
    guard phase == .reading, total > 0 else {
      return String("\(phase.rawValue) …".prefix(room(width)))
    }
    let share = min(1, Double(count) / Double(total))
    let head = "reading \(Self.padded(Int(share * 100), to: 3)) %"
    let tail = [rate.map { "\(Self.size($0))/s" }, timeLeft].compactMap { $0 }
      .joined(separator: ", ")
    let cells = min(30, room(width) - head.count - tail.count - 4)
    guard cells >= 5 else { return String(head.prefix(room(width))) }
    let full = Int(share * Double(cells))
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: cells - full)
    return "\(head) [\(bar)] \(tail)"
  }

  private func room(_ width: Int) -> Int { max(0, width - 1) }

  /// Bytes a second; nil before there is anything to go by.
  private var rate: Double? {
    let seconds = elapsed / .seconds(1)
    return seconds > 0 && count > 0 ? Double(count) / seconds : nil
  }

  private var timeLeft: String? {
    guard let rate else { return nil }
    let seconds = Int((Double(max(0, total - count)) / rate).rounded(.up))
    switch seconds {
    case ..<60: return "\(seconds) s left"
    case ..<3_600: return "\(seconds / 60) min \(seconds % 60) s left"
    default: return "\(seconds / 3_600) h \(seconds / 60 % 60) min left"
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A number of bytes with one decimal: `1.2 GB`.
  static func size(_ bytes: Double) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var (size, unit) = (bytes, 0)
    while size >= 999.95, unit < units.count - 1 { (size, unit) = (size / 1_000, unit + 1) }
    let tenths = Int((size * 10).rounded())
    return unit == 0 ? "\(tenths / 10) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
