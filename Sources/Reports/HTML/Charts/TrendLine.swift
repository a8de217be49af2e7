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
    drawMarks(in: frame, on: &picture)
  }

  /// Round marks for the first series, square ones for the second: shape tells what colour does.
  ///
  /// They are ends of lines without length, so that all of them are one element; what is
  /// provisional is hollow.
  private func drawMarks(in frame: ChartFrame, on picture: inout SVGText) {
    var marks: [[(x: Double, y: Double)]] = []
    for (bucket, value) in values.enumerated() {
      guard let value else { continue }
      let point = (x: frame.x(bucket), y: frame.y(value))
      if bucket != provisional {
        marks.append([point, point])
      } else if series == 1 {
        picture.circle(point, radius: 3, "d1 dp")
      } else {
        picture.rectangle(x: point.x - 3, y: point.y - 3, width: 6, height: 6, "d2 dp")
      }
    }
    picture.lines(marks, values.count > 60 ? "m\(series) ms" : "m\(series)")
  }
}
