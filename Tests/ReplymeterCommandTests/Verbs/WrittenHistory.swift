import MessageHistory
import Reports
import TestSupport

@testable import ReplymeterCommand

/// A history and a configuration written in a test, and what the program makes of them.
struct WrittenHistory {
  /// Rows below `header`; cells missing at a row's end are blank.
  var rows: String
  var configuration = ""

  static let header =
    "page,channel,conversation_id,message_id,timestamp,direction,sender_id,status,kind\n"

  /// Three days of one page, with an opener or two of each outcome.
  ///
  /// Two are answered, one missed, one awaiting, one excluded as done, one as spam. As-of is 2026-11-05T18:00Z, the last row.
  static let shop = """
    shop,messenger,c1,m1,2026-11-03T09:00:00Z,inbound,,
    shop,messenger,c1,m2,2026-11-03T09:05:00Z,outbound,anna,
    shop,messenger,c2,m3,2026-11-03T10:00:00Z,inbound,,
    shop,messenger,c3,m4,2026-11-04T10:00:00Z,inbound,,
    shop,messenger,c3,m5,2026-11-04T10:15:00Z,outbound,ben,
    shop,messenger,c4,m6,2026-11-04T11:00:00Z,inbound,,done
    shop,messenger,c5,m7,2026-11-04T12:00:00Z,inbound,,spam
    shop,messenger,c6,m8,2026-11-05T18:00:00Z,inbound,,

    """

  /// The run's findings without writing anything.
  func findings(_ change: (inout ReportSettings) -> Void = { _ in }) throws -> Findings {
    try outcome(change).findings
  }

  func outcome(
    _ change: (inout ReportSettings) -> Void = { _ in }
  ) throws -> ReportPipeline.Outcome {
    let folder = try TemporaryFolder()
    let plan = try plan(in: folder, change)
    return try ReportPipeline(plan: plan, version: "1.2.3", now: SystemClock.now()).run()
  }

  /// Writes history and configuration into a folder and resolves the plan.
  func plan(
    in folder: borrowing TemporaryFolder, _ change: (inout ReportSettings) -> Void = { _ in }
  ) throws -> ReportPlan {
    var settings = ReportSettings()
    settings.inputs = [try folder.write(Self.header + rows, to: "history.csv")]
    settings.configurationPath = try folder.write(configuration, to: "replymeter.yml")
    settings.threads = 1
    change(&settings)
    return try ReportPlan(resolving: settings, zones: TimeZones())
  }
}
