import Foundation
import Glibc

/// The built binary, run as a user runs it.
final class RunningTool {
  /// How a run ended, with what it said.
  struct Outcome: Equatable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    var status: Int32
    var output: String
    var errors: String

    /// A run that wrote nothing and said one thing on standard error.
    static func refusal(_ status: Int32, _ message: String) -> Outcome {
      Outcome(status: status, output: "", errors: "replymeter: \(message)\n")
    }
  }

  private let process: pid_t
  /// Where standard input is written; nil where the tool reads a file.
  private var input: Int32?
  private let folder: String

  /// The folder of the binaries: the tool lies beside the test bundle.
  static let binaries: String = {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let bytes = path.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
  }()

  /// Starts a program, by default the tool.
  ///
  /// Standard input reads `inputFile`; without one it is a pipe that `feed` writes into, held open
  /// until `finish`.
  init(
    _ arguments: [String], program: String? = nil, in workingFolder: String,
    inputFile: String? = nil, environment: [String: String] = [:]
  ) throws {
    let program = program ?? Self.binaries + "/replymeter"
    folder = NSTemporaryDirectory() + "replymeter-run-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var pipe: [Int32] = [-1, -1]
    if let inputFile {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, inputFile, O_RDONLY, 0)
    } else {
      guard Glibc.pipe(&pipe) == 0 else { throw POSIXError(.EPIPE) }
      // No other child may keep the pipe open.
      for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO)
      input = pipe[1]
    }
    for (descriptor, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var child = pid_t()
    var surroundings = ["PATH": "\(Self.binaries):/usr/bin:/bin"]
    // What script/test tells the sanitizer holds for the tool as well.
    surroundings["ASAN_OPTIONS"] = ProcessInfo.processInfo.environment["ASAN_OPTIONS"]
    let variables = environment.merging(surroundings) { own, _ in own }
    let code = Self.withPointers(to: ["env", "-C", workingFolder, program] + arguments) { words in
      Self.withPointers(to: variables.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&child, "/usr/bin/env", &actions, nil, words, variables)
      }
    }
    if pipe[0] >= 0 { close(pipe[0]) }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    process = child
  }

  deinit {
    if let input { close(input) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs the tool to its end.
  static func run(
    _ arguments: [String], program: String? = nil, in workingFolder: String,
    inputFile: String = "/dev/null", environment: [String: String] = [:]
  ) throws -> Outcome {
    try RunningTool(
      arguments, program: program, in: workingFolder, inputFile: inputFile,
      environment: environment
    ).finish()
  }

  /// Writes to standard input; returns once the tool has read all but the pipe's 64 KiB.
  func feed(_ text: String) {
    // A tool that has ended must fail the test, not end it.
    signal(SIGPIPE, SIG_IGN)
    guard let input else { return }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let step = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard step > 0 else { return }
      rest = rest.dropFirst(step)
    }
  }

  /// Ends the tool at once, as a power cut would.
  func killAtOnce() {
    kill(process, SIGKILL)
  }

  /// Sends a signal.
  func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Closes standard input and waits for the end.
  func finish() throws -> Outcome {
    if let input { close(input) }
    input = nil
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: try text(of: "output"), errors: try text(of: "errors"))
  }

  private func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
  }

  private static func withPointers<Result>(
    to words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = words.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
