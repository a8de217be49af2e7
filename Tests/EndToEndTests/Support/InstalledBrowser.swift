import Foundation
import TestSupport
import Testing

/// A Chromium, where the environment names one.
enum InstalledBrowser {
  /// The path of the program; nil where none is named.
  static let program = ProcessInfo.processInfo.environment["REPLYMETER_CHROMIUM"]

  /// Why a test that needs it did not run.
  static let hint: Comment = "set REPLYMETER_CHROMIUM to the path of a Chromium to run it"

  /// What it made of a document: its elements afterwards, and what it asked the network for.
  ///
  /// - Parameters:
  ///   - document: the path of the document.
  ///   - options: of the program, besides those that every test needs.
  /// - Returns: the document after its scripts, and the log of the network as JSON.
  /// - Throws: where the program cannot be run.
  static func opened(
    _ document: String, options: [String] = []
  ) throws -> (elements: String, network: String) {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000",
        "--user-data-dir=\(place.path)", "--log-net-log=\(place.path)net.json",
      ] + options + ["--dump-dom", "file://\(document)"],
      program: program, in: place.path, environment: ["HOME": place.path])
    return (outcome.output, try place.text(of: "net.json"))
  }
}
