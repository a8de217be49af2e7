import MessageHistory
import ResponseMetrics

/// A small picture of a set of times on one scale: fastest to p95 thin, median to p90 thick, the
/// median as a mark.
struct TimeStrip {
  static let width = 120

  /// Empty where there is no time.
  static func markup(of times: TimeFigures, label: String) -> String {
    guard let least = times.least, let median = times.median, let p90 = times.p90,
      let p95 = times.p95
    else { return "" }
    var picture = scale
    picture.line(from: (x(Double(least)), 9), to: (x(p95.asDouble), 9), "l1")
    picture.rectangle(
      x: x(median.asDouble), y: 6, width: max(1, x(p90.asDouble) - x(median.asDouble)), height: 6,
      "b1")
    picture.circle((x(median.asDouble), 9), radius: 4, "d1")
    picture.rectangle(x: 0, y: 0, width: Double(width), height: 18, "hit", title: label)
    return picture.markup(label: label, kind: "strip")
  }

  private static func x(_ milliseconds: Double) -> Double {
    4 + DurationScale.whole.position(of: milliseconds) * Double(width - 8)
  }

  /// The same for every picture, of which there are more than a thousand.
  private static let scale: SVGText = {
    var picture = SVGText(width: width, height: 18)
    for stop in DurationScale.whole.shown {
      let x = x(Double(stop.count))
      picture.line(from: (x, 2), to: (x, 16), "gr")
    }
    return picture
  }()
}
