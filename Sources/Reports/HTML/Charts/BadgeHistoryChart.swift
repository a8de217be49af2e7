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
  private static let ticks = [0, 0.25, 0.5, 0.75, 1]

  /// Where the axis begins: at a half where nothing lies below, since a badge is won and lost within
  /// a few points below 100 %.
  private var floor: Double {
    (points.compactMap(\.rate) + [leastRate]).allSatisfy { $0 >= 0.5 } ? 0.5 : 0
  }

  func markup() -> String {
    let frame = ChartFrame(buckets: points.count, width: 640, height: 190)
    var picture = SVGText(width: frame.width, height: frame.height + Int(Self.strip) + 8)
    let floor = self.floor
    let place = { (rate: Double) in (rate - floor) / (1 - floor) }
    frame.drawVerticalAxis(
      Self.ticks.filter { $0 >= floor }.map { (place($0), numbers.rate(bound: $0)) },
      title: words.charts.axisBadgeRate, on: &picture)
    let least = frame.y(place(leastRate))
    picture.line(
      from: (frame.x(0) - frame.bucketWidth / 2, least),
      to: (frame.x(points.count - 1) + frame.bucketWidth / 2, least), "th")
    TrendLine(values: points.map { $0.rate.map(place) }, provisional: nil, series: 1)
      .draw(in: frame, on: &picture)
    drawStrip(below: frame, on: &picture)
    for (bucket, point) in points.enumerated() {
      frame.drawTitle(
        point.title, over: bucket, downTo: Double(frame.height) + Self.strip, on: &picture)
    }
    picture.text(
      words.headline.badge, x: 54, y: Double(frame.height) + Self.strip - 3, "ax", anchor: .end)
    frame.drawHorizontalAxis(points.map(\.label), on: &picture)
    return picture.markup(label: words.charts.badge, kind: "chart")
  }

  /// Draws whether the badge was held: days on end with the same answer as one bar.
  private func drawStrip(below frame: ChartFrame, on picture: inout SVGText) {
    var first = 0
    while first < points.count {
      let isEarned = points[first].isEarned
      let run = points[first...].prefix { $0.isEarned == isEarned }.count
      picture.rectangle(
        x: frame.x(first) - frame.bucketWidth / 2 + 0.5, y: Double(frame.height),
        width: max(0.5, Double(run) * frame.bucketWidth - 1), height: Self.strip,
        isEarned ? "on" : "off")
      first += run
    }
  }
}
