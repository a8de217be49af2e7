/// Titles, axes and descriptions of the charts, and the rows of the tables behind them.
struct ChartWording: Sendable {
  var axisShareAnswered: String
  var axisTime: String
  var axisOpeners: String
  var axisBadgeRate: String
  var rate: String
  var times: String
  var outcomes: String
  var distribution: String
  var heatMap: String
  var badge: String
  /// Above a trend by day, by week or by month.
  var trendByDay: String
  var trendByWeek: String
  var trendByMonth: String
  var trendTitle: Phrase
  var provisional: String
  /// An unfinished `{step}` of a trend.
  var provisionalStep: Phrase
  /// Labels of bars beside each other: two neighbours have fifteen letters at most.
  var barLater: String
  var barAwaiting: String
  var barMissed: String
  var barTitle: Phrase
  var heatTitle: Phrase
  var moreGaps: Phrase
  var stripTitle: Phrase
  var badgeTitle: Phrase
  var withinTime: Phrase
}
