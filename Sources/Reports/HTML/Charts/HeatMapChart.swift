/// The week by weekday and hour: the more openers, the stronger; crosses where nobody answers
/// within the hour.
struct HeatMapChart {
  /// One of the 168 hours.
  struct Hour {
    var openers: Int
    var isGap: Bool
    /// What hovering over it shows; hours without are drawn together, which takes less room.
    var title: String?
  }

  /// From Monday 0:00, all 168.
  let hours: [Hour]
  let words: any Wording

  private static let cell = (width: 24.0, height: 22.0)
  private static let left = 40.0
  private static let top = 18.0

  func markup() -> String {
    var picture = SVGText(width: 616, height: 174)
    for hour in stride(from: 0, to: 24, by: 3) {
      let x = Self.left + Double(hour) * Self.cell.width
      picture.text("\(hour < 10 ? "0" : "")\(hour)\(words.dates.timeMark)00", x: x, y: 11, "ax")
    }
    picture.boxes(
      (0..<7).map { day in
        let (x, y) = place(of: day * 24)
        return SVGText.Box(
          x: x, y: y, width: 24 * Self.cell.width - 2, height: Self.cell.height - 2)
      }, "h0")
    for (day, name) in words.dates.shortWeekdays.enumerated() {
      let y = Self.top + Double(day) * Self.cell.height
      picture.text(name, x: Self.left - 8, y: y + 15, "ax", anchor: .end)
    }
    drawHours(on: &picture)
    drawHourLines(on: &picture)
    drawCrosses(on: &picture)
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
    let bottom = Self.top + 7 * Self.cell.height
    picture.lines(
      (1..<24).map { hour in
        let x = Self.left + Double(hour) * Self.cell.width - 1
        return [(x, Self.top), (x, bottom)]
      }, "hg")
  }

  /// Draws hours with a title each for itself, and of the others those of one strength together.
  private func drawHours(on picture: inout SVGText) {
    let most = hours.map(\.openers).max() ?? 0
    var untitled: [[SVGText.Box]] = Array(repeating: [], count: 6)
    var index = 0
    while index < hours.count {
      let strength = Self.strength(hours[index].openers, most: most)
      let (x, y) = place(of: index)
      let run = hours[index].title == nil ? self.run(from: index, most: most) : 1
      let box = SVGText.Box(
        x: x, y: y, width: Double(run) * Self.cell.width - 2, height: Self.cell.height - 2)
      if strength > 0 {
        if let title = hours[index].title {
          picture.rectangle(box, "h\(strength)", title: title)
        } else {
          untitled[strength].append(box)
        }
      }
      index += run
    }
    for (strength, boxes) in untitled.enumerated() { picture.boxes(boxes, "h\(strength)") }
  }

  /// How many hours of the day from one on have its strength.
  private func run(from start: Int, most: Int) -> Int {
    let strength = Self.strength(hours[start].openers, most: most)
    let day = start..<(start / 24 + 1) * 24
    return day.prefix { Self.strength(hours[$0].openers, most: most) == strength }.count
  }

  /// Draws each cross twice, first wide in the colour of the paper: it is seen on every strength.
  private func drawCrosses(on picture: inout SVGText) {
    let strokes = hours.indices.filter { hours[$0].isGap }.flatMap { index in
      let (x, y) = place(of: index)
      return [[(x + 7, y + 6), (x + 15, y + 14)], [(x + 15, y + 6), (x + 7, y + 14)]]
    }
    picture.lines(strokes, "gh")
    picture.lines(strokes, "gap")
  }

  /// The upper left corner of an hour.
  private func place(of hourOfWeek: Int) -> (x: Double, y: Double) {
    (
      Self.left + Double(hourOfWeek % 24) * Self.cell.width,
      Self.top + Double(hourOfWeek / 24) * Self.cell.height
    )
  }
}
