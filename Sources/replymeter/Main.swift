import ArgumentParser
import ReplymeterCommand

/// The program: everything it does is in `ReplymeterCommand`, where tests can reach it.
@main
enum Main {
  static func main() {
    RootCommand.main()
  }
}
