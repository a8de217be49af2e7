import Foundation
import TestSupport
import Testing

/// Runs of the tool over which a shim stands that kills it, or lets a call of the system fail.
final class FaultyRuns {
  /// What is done to a call.
  enum Fault {
    case killBefore, killAfter
    case code(Int32)

    var word: String {
      switch self {
      case .killBefore: "kill"
      case .killAfter: "killed"
      case .code(let code): String(code)
      }
    }
  }

  let place: TemporaryFolder
  /// Options besides the input and `--output`.
  let options: [String]
  private let shim: String
  private let environment: [String: String]

  /// Two histories whose reports differ.
  static let histories = ["first", "second"].map { id in
    "conversation_id,timestamp,direction\n\(id),2026-11-05T09:00:00Z,inbound\n"
      + "\(id),2026-11-05T09:0\(id.utf8.count - 4):00Z,outbound\n"
  }

  /// Compiles the shim and writes the inputs.
  init(_ options: [String], environment: [String: String] = [:]) throws {
    place = try TemporaryFolder()
    output = place.path.hasSuffix("/") ? place.path + "out/report" : place.path + "/out/report"
    self.options = options
    shim = place.path + "/shim.so"
    self.environment = environment
    try Self.compile(to: shim)
    for (number, history) in Self.histories.enumerated() {
      try place.write(history, to: "in/\(number).csv")
    }
    try FileManager.default.createDirectory(
      atPath: place.path + "/out", withIntermediateDirectories: false)
  }

  private static func compile(to path: String) throws {
    let source = Checkout.path("Tests/EndToEndTests/Faults/fault-shim.c")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["clang", "-shared", "-fPIC", "-O1", "-o", path, source, "-ldl"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "clang cannot compile the shim")
  }

  /// The folder of the reports, alone in its own.
  let output: String

  /// A run without a fault.
  func run(history: Int) throws -> RunningTool.Outcome {
    try RunningTool.run(call(history), in: place.path)
  }

  /// A run that fails once it reads, after it has taken hold of the output.
  func runOverNoHistory() throws -> RunningTool.Outcome {
    try place.write("neither,nor\n1,2\n", to: "in/9.csv")
    return try RunningTool.run(call(9), in: place.path)
  }

  /// A run with a fault at the call of that number, of those named so, and with `staysFaulty` at
  /// each later one of the kind.
  func run(
    history: Int, _ fault: Fault, at number: Int, named name: String? = nil,
    staysFaulty: Bool = false
  ) throws -> RunningTool.Outcome {
    var variables = environment
    variables["LD_PRELOAD"] = shim
    variables["FAULT_UNDER"] = String(output.dropLast("/report".count))
    variables["FAULT_AT"] = String(number)
    variables["FAULT_CODE"] = fault.word
    variables["FAULT_NAMED"] = name
    if staysFaulty { variables["FAULT_FROM_THERE"] = "1" }
    return try RunningTool.run(call(history), in: place.path, environment: variables)
  }

  /// The names of the calls of a run in which nothing fails.
  func calls(history: Int) throws -> [String] {
    var variables = environment
    variables["LD_PRELOAD"] = shim
    variables["FAULT_UNDER"] = String(output.dropLast("/report".count))
    variables["FAULT_LOG"] = place.path + "/calls"
    let outcome = try RunningTool.run(call(history), in: place.path, environment: variables)
    #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))
    let text = try place.text(of: "calls")
    try FileManager.default.removeItem(atPath: place.path + "/calls")
    return text.split(separator: "\n").map(String.init)
  }

  private func call(_ history: Int) -> [String] {
    ["report", "in/\(history).csv", "--output", output, "--quiet", "--threads", "1"] + options
  }

  /// Everything in the folder of outputs, hidden or not.
  func namesBesideReport() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.path + "/out").sorted()
  }

  /// Which history a report is of; nil where it is not whole.
  func history(ofReport path: String) -> Int? {
    let folder = ReportFolder(path: path)
    guard let manifest = try? folder.json("manifest.json"),
      let outputs = manifest["outputs"] as? [[String: Any]], let names = try? folder.names(),
      names == (outputs.compactMap { $0["name"] as? String } + ["manifest.json"]).sorted(),
      outputs.allSatisfy({ output in
        let bytes = (output["name"] as? String).flatMap { try? folder.bytes(of: $0) }
        return bytes?.count == output["size"] as? Int
      }),
      let inputs = manifest["inputs"] as? [[String: Any]], let input = inputs.first?["name"]
    else { return nil }
    return input as? String == "in/0.csv" ? 0 : 1
  }
}
