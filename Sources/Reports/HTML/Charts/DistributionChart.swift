/// Bars of how fast openers were answered, and of those that were not.
struct DistributionChart {
  /// One bar.
  struct Bar {
    /// The class of the bar in the picture.
    var kind: String
    var label: String
    var count: Int
    /// What hovering over it shows.
    var title: String
  }

  let bars: [Bar]
  let words: any Wording
  let numbers: ReadableNumbers

  func markup() -> String {
    let frame = ChartFrame(buckets: bars.count, width: 600, height: 240)
    let scale = CountScale(upTo: bars.map(\.count).max() ?? 0)
    var picture = SVGText(width: frame.width, height: frame.height)
    frame.drawVerticalAxis(
      scale.ticks.map { (scale.position(of: $0), numbers.count($0)) },
      title: words.charts.axisOpeners, on: &picture)
    let width = frame.bucketWidth * 0.74
    for (bucket, bar) in bars.enumerated() {
      let top = frame.y(scale.position(of: bar.count))
      picture.rectangle(
        x: frame.x(bucket) - width / 2, y: top, width: width, height: frame.plotBottom - top,
        bar.kind)
      picture.text(
        numbers.count(bar.count), x: frame.x(bucket), y: top - 4, "vl", anchor: .middle)
      picture.text(
        bar.label, x: frame.x(bucket), y: Double(frame.height) - 8, "ax", anchor: .middle)
      frame.drawTitle(bar.title, over: bucket, on: &picture)
    }
    return picture.markup(label: words.charts.distribution, kind: "chart")
  }
}
