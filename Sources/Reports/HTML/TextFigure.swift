import MessageHistory
import ResponseMetrics

/// A figure in a cell of a table: how people read it, and by what it is sorted.
struct TextFigure: TemplateFilling {
  /// The figure as people read it; a dash where there is none.
  var text: String
  /// A plain number to sort by; empty where there is none.
  var sort: String

  static var fields: [FilledField<Self>] { [.text("text") { $0.text }, .text("sort") { $0.sort }] }
}

extension TextFigure {
  init(_ count: Int?, _ numbers: ReadableNumbers) {
    text = numbers.count(count)
    sort = count.map(String.init) ?? ""
  }

  init(rate: Fraction?, _ numbers: ReadableNumbers) {
    text = numbers.rate(rate)
    sort = rate.map(NumberText.share) ?? ""
  }

  init(time: Fraction?, _ numbers: ReadableNumbers) {
    text = numbers.duration(time)
    sort = time.map { NumberText.whole($0.rounded()) } ?? ""
  }

  init(time: Milliseconds?, _ numbers: ReadableNumbers) {
    self.init(time: time.map { Fraction($0.count) }, numbers)
  }

  init(number: Fraction?, _ numbers: ReadableNumbers) {
    text = numbers.decimal(number)
    sort = number.map { NumberText.decimal($0, places: 3) } ?? ""
  }
}

/// A response rate with what always stands beside it: the openers that were closed unanswered.
struct RateFigure: TemplateFilling {
  /// The rate; settled where openers are awaiting and the slice is provisional.
  var rate: TextFigure
  /// The openers left out as closed.
  var closed: TextFigure
  /// Whether these are more than a tenth of the openers.
  var isClosedMuch: Bool

  init(_ figures: OpenerFigures, isSettled: Bool, _ numbers: ReadableNumbers) {
    rate = TextFigure(
      rate: isSettled ? figures.settledResponseRate : figures.responseRate, numbers)
    closed = TextFigure(figures.excludedDone, numbers)
    isClosedMuch = figures.isClosedMuch
  }

  static var fields: [FilledField<Self>] {
    [
      .part("rate") { $0.rate }, .part("closed") { $0.closed },
      .flag("is_closed_much") { $0.isClosedMuch },
    ]
  }
}

extension OpenerFigures {
  /// Whether more than a tenth of the openers were closed unanswered, which lifts the rate.
  var isClosedMuch: Bool { excludedDone * 10 > openers }

  /// Openers left out as closed over those that count; nil where none count.
  var closedShare: Fraction? { Fraction(excludedDone, over: openers) }
}

/// A named figure or fact in a short list.
struct NamedFigure: TemplateFilling {
  var name: String
  var value: String

  static var fields: [FilledField<Self>] {
    [.text("name") { $0.name }, .text("value") { $0.value }]
  }
}
