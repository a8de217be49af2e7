/// The badge day by day: the sample's rate beside the least rate, and below whether it was held.
struct BadgeHistoryChart {
  /// One row of the history.
  struct Point {
    var label: String
    /// From 0 to 1; nil for an empty sample.
    var rate: Double?
    var isEarned: Bool
    /// What hovering over it shows.
    var title: String
  }

  let points: [Point]
  /// From 0 to 1.
  let leastRate: Double
  let words: any Wording
  let numbers: ReadableNumbers

  private static let strip = 14.0

  func markup() -> String {
    let frame = ChartFrame(buckets: points.count, width: 640, height: 190)
    var picture = SVGText(width: frame.width, height: frame.height + Int(Self.strip) + 8)
    frame.drawVerticalAxis(
      [0.0, 0.25, 0.5, 0.75, 1].map { ($0, numbers.rate(bound: $0)) },
      title: words.charts.axisBadgeRate, on: &picture)
    let least = frame.y(leastRate)
    picture.line(
      from: (frame.x(0) - frame.bucketWidth / 2, least),
      to: (frame.x(points.count - 1) + frame.bucketWidth / 2, least), "th")
    TrendLine(values: points.map(\.rate), provisional: nil, series: 1)
      .draw(in: frame, on: &picture)
    for (bucket, point) in points.enumerated() {
      picture.rectangle(
        x: frame.x(bucket) - frame.bucketWidth / 2 + 0.5, y: Double(frame.height),
        width: max(0.5, frame.bucketWidth - 1), height: Self.strip, point.isEarned ? "on" : "off",
        title: point.title)
      frame.drawTitle(point.title, over: bucket, on: &picture)
    }
    picture.text(
      words.headline.badge, x: 54, y: Double(frame.height) + Self.strip - 3, "ax", anchor: .end)
    frame.drawHorizontalAxis(points.map(\.label), on: &picture)
    return picture.markup(label: words.charts.badge, kind: "chart")
  }
}
