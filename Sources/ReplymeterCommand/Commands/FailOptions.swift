import ArgumentParser
import MessageHistory
import Reports
import ResponseMetrics

/// When the run, though it wrote its reports, ends with status 1.
struct FailOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Ends with 1 where this holds: rejects, rejects=1%, overdue, badge-lost, targets, no-data, stale (repeatable).",
      valueName: "condition"))
  var words: [String] = []

  func validate() throws {
    for word in words where FailCondition(word) == nil {
      throw ValidationError(Self.flaw(in: word))
    }
  }

  /// Each condition once, in the order given.
  var conditions: [FailCondition] {
    var conditions: [FailCondition] = []
    for condition in words.compactMap({ FailCondition($0) }) where !conditions.contains(condition) {
      conditions.append(condition)
    }
    return conditions
  }

  static func flaw(in word: String) -> String {
    let base = word.split(separator: "=", maxSplits: 1).first.map(String.init) ?? word
    if base == "rejects" {
      return "impossible share in '--fail-on' (found '\(word)', expected 'rejects=' and a "
        + "percentage from 0 to 100, such as rejects=1%)"
    }
    let advice = nearestName(to: base, among: FailCondition.words)
    return "unknown condition in '--fail-on' (found '\(word)', expected "
      + FailCondition.words.joined(separator: ", ") + " or rejects=1%)"
      + (advice.map { "; did you mean '\($0)'?" } ?? "")
  }

  /// Refuses, before anything is read, a condition that the configuration leaves without a limit.
  func check(against configuration: Configuration) throws(RunError) {
    if conditions.contains(.stale), configuration.expectDataWithin == nil {
      throw RunError(
        .usage,
        "error: '--fail-on stale' needs 'expect_data_within' in the configuration, such as "
          + "expect_data_within: 2d")
    }
  }

  /// One line for each condition that holds.
  func lines(_ check: FailCheck) -> [String] {
    zip(conditions, uniqueWords).compactMap { condition, word in
      check.reason(for: condition).map { "replymeter: --fail-on \(word): \($0)" }
    }
  }

  /// The words of `conditions`, as they were given.
  private var uniqueWords: [String] {
    var seen: Set<FailCondition> = []
    return words.filter { word in FailCondition(word).map { seen.insert($0).inserted } ?? false }
  }
}
