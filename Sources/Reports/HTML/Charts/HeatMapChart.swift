/// The week by weekday and hour: the more openers, the stronger; crosses where nobody answers
/// within the hour.
struct HeatMapChart {
  /// One of the 168 hours.
  struct Hour {
    var openers: Int
    var isGap: Bool
    /// What hovering over it shows.
    var title: String
  }

  /// From Monday 0:00, all 168.
  let hours: [Hour]
  let words: any Wording

  private static let cell = (width: 24.0, height: 22.0)
  private static let left = 40.0
  private static let top = 18.0

  func markup() -> String {
    var picture = SVGText(width: 640, height: 180)
    for hour in stride(from: 0, to: 24, by: 3) {
      let x = Self.left + Double(hour) * Self.cell.width
      picture.text("\(hour < 10 ? "0" : "")\(hour)\(words.dates.timeMark)00", x: x, y: 11, "ax")
    }
    for (day, name) in words.dates.shortWeekdays.enumerated() {
      let y = Self.top + Double(day) * Self.cell.height
      picture.text(name, x: Self.left - 8, y: y + 15, "ax", anchor: .end)
      picture.rectangle(
        x: Self.left, y: y, width: 24 * Self.cell.width - 2, height: Self.cell.height - 2, "h0")
    }
    drawHourLines(on: &picture)
    let most = hours.map(\.openers).max() ?? 0
    for (index, hour) in hours.enumerated() where hour.openers > 0 {
      let x = Self.left + Double(index % 24) * Self.cell.width
      let y = Self.top + Double(index / 24) * Self.cell.height
      picture.rectangle(
        x: x, y: y, width: Self.cell.width - 2, height: Self.cell.height - 2,
        "h\(Self.strength(hour.openers, most: most))",
        title: hour.title)
      if hour.isGap { drawCross(x: x, y: y, on: &picture) }
    }
    return picture.markup(label: words.charts.heatMap, kind: "chart heat")
  }

  /// From 0 for none to 5 for the greatest number, in equal steps; a week whose busiest hour has
  /// fewer than five openers stays pale.
  static func strength(_ openers: Int, most: Int) -> Int {
    let most = max(5, most)
    return openers == 0 ? 0 : (openers * 5 + most - 1) / most
  }

  /// Parts the days into hours: 23 lines weigh less than 168 cells, most of which are empty.
  private func drawHourLines(on picture: inout SVGText) {
    for hour in 1..<24 {
      let x = Self.left + Double(hour) * Self.cell.width - 1
      picture.line(from: (x, Self.top), to: (x, Self.top + 7 * Self.cell.height), "hg")
    }
  }

  private func drawCross(x: Double, y: Double, on picture: inout SVGText) {
    picture.line(from: (x + 7, y + 6), to: (x + 15, y + 14), "gap")
    picture.line(from: (x + 15, y + 6), to: (x + 7, y + 14), "gap")
  }
}
