/// A series of a trend: a line with gaps where there is no value, dashed to what is provisional.
struct TrendLine {
  /// From 0 to 1; nil where there is no value.
  let values: [Double?]
  /// The bucket that is not finished yet; nil where all are.
  let provisional: Int?
  /// The number of the series in the classes of the picture: 1 or 2.
  let series: Int

  func draw(in frame: ChartFrame, on picture: inout SVGText) {
    var run: [(x: Double, y: Double)] = []
    var last: (x: Double, y: Double)?
    for (bucket, value) in values.enumerated() {
      guard let value else {
        picture.path(run, "l\(series)")
        run = []
        last = nil
        continue
      }
      let point = (frame.x(bucket), frame.y(value))
      if bucket == provisional {
        picture.path(run, "l\(series)")
        run = []
        if let last { picture.line(from: last, to: point, "l\(series) lp") }
      } else {
        run.append(point)
      }
      last = point
    }
    picture.path(run, "l\(series)")
    for (bucket, value) in values.enumerated() {
      guard let value else { continue }
      drawMark(
        (frame.x(bucket), frame.y(value)),
        bucket == provisional ? "d\(series) dp" : "d\(series)", on: &picture)
    }
  }

  /// Round marks for the first series, square ones for the second: shape tells what colour does.
  private func drawMark(
    _ point: (x: Double, y: Double), _ kind: String, on picture: inout SVGText
  ) {
    let radius = values.count > 60 ? 1.5 : 3.0
    if series == 1 {
      picture.circle(point, radius: radius, kind)
    } else {
      picture.rectangle(
        x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius, kind)
    }
  }
}
