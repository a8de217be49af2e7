import TestSupport

/// The report over sample-data, in a folder that lasts as long as the value.
struct SampleReport: ~Copyable {
  let place: TemporaryFolder
  let outcome: RunningTool.Outcome

  init(_ options: [String] = []) throws {
    let place = try TemporaryFolder()
    outcome = try RunningTool.run(
      ["report", "--config", "sample-data/replymeter.yml", "--output", place.path + "/report"]
        + options,
      in: Checkout.folder)
    self.place = place
  }

  var folder: ReportFolder { ReportFolder(path: place.path + "/report") }

  /// Pages of the sample's configuration that have office hours.
  static let scheduledPages: Set<String> = ["atelier-nord", "atelier-sud"]
}
