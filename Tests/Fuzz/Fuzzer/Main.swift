import CFuzzer
import FuzzTargets
import Glibc

/// `Fuzzer TARGET [LIBFUZZER-ARGUMENT…]`: runs one target under libFuzzer; script/fuzz calls it.
@main
enum Main {
  private static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init)

  static func main() {
    guard target != nil else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      stop("Fuzzer: error: no such target (expected one of \(names))")
    }
    // libFuzzer takes the program's name first, and must not see the target's.
    let arguments = CommandLine.unsafeArgv + 1
    let status = fuzzer_run(CommandLine.argc - 1, arguments) { bytes, count in
      let input = Array(UnsafeBufferPointer(start: bytes, count: count))
      do throws(FuzzFinding) {
        try Main.target?.check(input)
      } catch {
        print("finding: \(error.text)")
        // What is still held would be lost.
        fflush(nil)
        abort()
      }
      return 0
    }
    if status == -1 { stop("Fuzzer: error: built without libFuzzer; use script/fuzz") }
    exit(status)
  }

  private static func stop(_ message: String) -> Never {
    print(message)
    exit(64)
  }
}
