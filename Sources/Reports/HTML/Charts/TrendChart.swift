import MessageHistory

/// A step of a trend as the charts show it.
struct TrendPoint {
  var label: String
  /// What hovering over the step shows.
  var title: String
  /// From 0 to 1; settled where the step is provisional.
  var rate: Double?
  /// Milliseconds.
  var median: Double?
  /// Milliseconds.
  var p90: Double?
  var answered: Int
  var awaiting: Int
  var missed: Int
  var isProvisional: Bool
}

/// The three pictures of a trend: response rate, first response times, openers by outcome.
struct TrendChart {
  private let points: [TrendPoint]
  private let depth: PageDepth
  private let words: any Wording
  private let numbers: ReadableNumbers

  /// - Parameters:
  ///   - points: the steps, the newest last.
  ///   - depth: in brief the pictures are low and have no values to hover over.
  ///   - words: of titles and axes.
  ///   - numbers: of values on the axes.
  init(
    _ points: [TrendPoint], depth: PageDepth, words: any Wording, numbers: ReadableNumbers
  ) {
    self.points = points
    self.depth = depth
    self.words = words
    self.numbers = numbers
  }

  private var shares: [Double] { depth == .full ? [0, 0.25, 0.5, 0.75, 1] : [0, 0.5, 1] }

  private var provisional: Int? { points.firstIndex { $0.isProvisional } }

  func rateMarkup() -> String {
    draw(label: words.charts.rate) { frame, picture in
      frame.drawVerticalAxis(
        shares.map { ($0, numbers.rate(bound: $0)) },
        title: words.charts.axisShareAnswered, on: &picture)
      TrendLine(values: points.map(\.rate), provisional: provisional, series: 1)
        .draw(in: frame, on: &picture)
    }
  }

  func timesMarkup() -> String {
    let greatest = points.flatMap { [$0.median, $0.p90] }.compactMap(\.self).max() ?? 0
    let scale = DurationScale(upTo: greatest)
    return draw(label: words.charts.times) { frame, picture in
      frame.drawVerticalAxis(
        scale.shown.map { (scale.position(of: Double($0.count)), numbers.duration($0)) },
        title: words.charts.axisTime, on: &picture)
      for (series, values) in [(2, points.map(\.p90)), (1, points.map(\.median))] {
        TrendLine(
          values: values.map { $0.map(scale.position) }, provisional: provisional, series: series
        ).draw(in: frame, on: &picture)
      }
    }
  }

  func outcomesMarkup() -> String {
    let scale = CountScale(upTo: points.map { $0.answered + $0.awaiting + $0.missed }.max() ?? 0)
    return draw(label: words.charts.outcomes) { frame, picture in
      frame.drawVerticalAxis(
        scale.ticks.map { (scale.position(of: $0), numbers.count($0)) },
        title: words.charts.axisOpeners, on: &picture)
      let width = min(36, frame.bucketWidth * 0.7)
      for (bucket, point) in points.enumerated() {
        var floor = 0
        for (kind, count) in [("b1", point.answered), ("b2", point.awaiting), ("b3", point.missed)]
        where count > 0 {
          let top = frame.y(scale.position(of: floor + count))
          picture.rectangle(
            x: frame.x(bucket) - width / 2, y: top, width: width,
            height: frame.y(scale.position(of: floor)) - top,
            point.isProvisional ? "\(kind) bp" : kind)
          floor += count
        }
      }
    }
  }

  private func draw(
    label: String, _ body: (ChartFrame, inout SVGText) -> Void
  ) -> String {
    let frame =
      depth == .full
      ? ChartFrame(buckets: points.count)
      : ChartFrame(buckets: points.count, height: 170, mostLabels: 4)
    var picture = SVGText(width: frame.width, height: frame.height)
    body(frame, &picture)
    frame.drawHorizontalAxis(points.map(\.label), on: &picture)
    if depth == .full {
      for (bucket, point) in points.enumerated() {
        frame.drawTitle(point.title, over: bucket, on: &picture)
      }
    }
    return picture.markup(label: label, kind: "chart")
  }
}
