import ArgumentParser
import ResponseMetrics

/// The benchmark figures with their sources, and which of them a page would get.
struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Lists the cited benchmark figures with their sources.")

  @Option(
    help: ArgumentHelp(
      "What a page of this industry would be set beside: a slug, or a word of the configuration.",
      valueName: "name"))
  var industry: String?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("The configuration (default: replymeter.yml, if there).", valueName: "file"))
  var configuration: String?

  func run() throws {
    try exitingOnError {
      let loaded = try LoadedConfiguration(path: configuration)
      var resolver = PlanResolver(configuration: loaded, zones: TimeZones())
      let catalogue = try resolver.benchmarks()
      var listing = BenchmarkListing(catalogue, builtIn: try BuiltInBenchmarks.catalogue())
      let lines =
        if let industry {
          listing.lines(of: try IndustryWord(industry, loaded.values, catalogue).slug)
        } else {
          listing.allLines()
        }
      try StandardStreams.print(lines.joined(separator: "\n"))
    }
  }
}
