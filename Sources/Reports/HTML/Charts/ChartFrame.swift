/// The plot of a chart with its axes: where buckets and shares lie, in the picture's coordinates.
struct ChartFrame {
  let width: Int
  let height: Int
  /// Buckets on the horizontal axis; at least one.
  let buckets: Int
  /// The most labels on the horizontal axis; at least one.
  let mostLabels: Int

  /// What a letter of a label needs at most, with the space to the next label: on a phone, where
  /// text is large.
  private static let letterWidth = 8.0

  private let left = 62.0
  private let right = 10.0
  private let top = 24.0
  private let bottom = 26.0

  init(buckets: Int, width: Int = 520, height: Int = 210, mostLabels: Int = 8) {
    self.width = width
    self.mostLabels = mostLabels
    self.buckets = max(1, buckets)
    self.height = height
  }

  var plotWidth: Double { Double(width) - left - right }
  var plotTop: Double { top }
  var plotBottom: Double { Double(height) - bottom }
  var bucketWidth: Double { plotWidth / Double(buckets) }

  /// The middle of a bucket.
  func x(_ bucket: Int) -> Double { left + (Double(bucket) + 0.5) * bucketWidth }

  /// The height of a share from 0 (floor) to 1 (top).
  func y(_ share: Double) -> Double { plotBottom - share * (plotBottom - plotTop) }

  /// Draws grid lines with their labels, and the title of the vertical axis above them.
  func drawVerticalAxis(
    _ ticks: [(share: Double, label: String)], title: String, on picture: inout SVGText
  ) {
    picture.lines(
      ticks.map { [(left, y($0.share)), (Double(width) - right, y($0.share))] }, "gr")
    for tick in ticks {
      picture.text(tick.label, x: left - 8, y: y(tick.share) + 4, "ax", anchor: .end)
    }
    picture.text(title, x: 0, y: 11, "at")
  }

  /// Writes the labels of the buckets, as many as have room, the newest always.
  func drawHorizontalAxis(_ labels: [String], on picture: inout SVGText) {
    let most = labelCount(of: labels.map(\.count).max() ?? 0)
    let step = (labels.count + most - 1) / most
    guard step > 0 else { return }
    for (bucket, label) in labels.enumerated() where (labels.count - 1 - bucket) % step == 0 {
      let rightmost = Double(width) - Self.letterWidth * Double(label.count) / 2
      picture.text(
        label, x: min(x(bucket), rightmost), y: Double(height) - 8, "ax", anchor: .middle)
    }
  }

  /// How many labels of a length stand beside each other without touching: at least one.
  private func labelCount(of length: Int) -> Int {
    max(1, min(mostLabels, Int(plotWidth / (Self.letterWidth * Double(max(1, length))))))
  }

  /// Draws an unseen area over a bucket that shows its values.
  ///
  /// - Parameters:
  ///   - title: the values.
  ///   - bucket: the bucket.
  ///   - bottom: where the area ends; nil for the floor of the plot.
  ///   - picture: on which it is drawn.
  func drawTitle(
    _ title: String, over bucket: Int, downTo bottom: Double? = nil, on picture: inout SVGText
  ) {
    picture.rectangle(
      x: x(bucket) - bucketWidth / 2, y: plotTop, width: bucketWidth,
      height: (bottom ?? plotBottom) - plotTop, "hit", title: title)
  }
}
