import MessageHistory
import ResponseMetrics
import Testing

@Suite struct BenchmarkStatisticTests {
  @Test(
    arguments: [
      ("mean", .mean), ("mean; mystery shop", .mean), ("mean (just under)", .mean),
      ("median time to the first call", .median), ("share of inquiries", .share),
      ("minimum for LazMall; Malaysia", .minimum), ("maximum", .maximum),
      ("typical company", nil), ("usual, a few years before 2020", nil), ("", nil),
    ] as [(String, BenchmarkStatistic.Kind?)])
  func knowsTheKind(text: String, kind: BenchmarkStatistic.Kind?) {
    #expect(BenchmarkStatistic(text).kind == kind)
  }

  @Test(
    arguments: [
      ("mean (about)", .about), ("share of questions (nearly)", .nearly),
      ("share of dealers (almost)", .almost), ("median (more than)", .moreThan),
      ("mean (just under)", .justUnder), ("share of messages (about 1 in 12)", .about),
      ("mean", nil), ("share of messages (1 in 10)", nil), ("mean (aboutness)", nil),
      ("mean about a day", nil), ("mean (2020 report)", nil),
    ] as [(String, BenchmarkStatistic.Hedge?)])
  func knowsTheHedge(text: String, hedge: BenchmarkStatistic.Hedge?) {
    #expect(BenchmarkStatistic(text).hedge == hedge)
  }

  @Test(
    arguments: [
      ("mean; segment=Australia and New Zealand", "Australia and New Zealand"),
      ("share within 60 min; segment=complaints", "complaints"), ("segment=x", "x"),
      ("mean", nil), ("mean of a segment", nil),
    ] as [(String, String?)])
  func knowsTheSegment(text: String, segment: String?) {
    #expect(BenchmarkStatistic(text).segment == segment)
  }

  @Test(
    arguments: [
      ("share within 60 min", .hours(1)), ("share within 24 h", .hours(24)),
      ("share within 15 min; segment=complaints", .minutes(15)),
      ("share of companies within 60 min", .hours(1)), ("share within 1 h", .hours(1)),
      ("share within 1 d", .hours(24)), ("share at once", nil), ("share within", nil),
      ("share within an hour", nil), ("share who call 10 min or less immediate", nil),
      ("share within 1.5 h", nil), ("share within 9999999999999999999 h", nil),
    ] as [(String, Milliseconds?)])
  func knowsTheLimit(text: String, limit: Milliseconds?) {
    #expect(BenchmarkStatistic(text).limit == limit)
  }

  @Test(arguments: [
    ("share of complaints within 24 h", true), ("share of those who complain", true),
    ("share within 24 h", false),
  ])
  func knowsComplaints(text: String, isAboutComplaints: Bool) {
    #expect(BenchmarkStatistic(text).isAboutComplaints == isAboutComplaints)
  }
}
