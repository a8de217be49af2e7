import Glibc

/// `HistoryGenerator MESSAGES [SEED] > FILE`: a seeded history for measuring.
@main
enum Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let messages = Int(arguments[1]), messages > 0 else {
      perror("usage: HistoryGenerator MESSAGES [SEED] > FILE")
      exit(64)
    }
    let seed = arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : 1
    var history = GeneratedHistory(seed: seed, writingTo: STDOUT_FILENO)
    history.write(messages: messages)
  }
}
