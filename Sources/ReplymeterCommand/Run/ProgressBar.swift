import CSystem
import Foundation
import Glibc
import MessageHistory

/// The line of a long run on a terminal, drawn over itself about ten times a second.
///
/// It has no colours, so that there is nothing for NO_COLOR to take away. The run itself only
/// counts; a thread of the bar's own looks at the count.
final class ProgressBar: Sendable {
  private struct State {
    var isEnded = false
    /// Columns of what stands on the terminal.
    var drawn = 0
  }

  private let progress: RunProgress
  private let began = ContinuousClock.now
  private let state = Locked(State())

  /// Runs shorter than this show nothing.
  private static let patience = Duration.milliseconds(500)
  private static let pause: UInt32 = 100_000

  /// Whether standard error is a terminal that can draw over a line.
  static func isPossible(_ environment: [String: String]) -> Bool {
    isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
  }

  /// Begins to draw.
  init(of progress: RunProgress) {
    self.progress = progress
    Thread.detachNewThread { [self] in
      while draw() { usleep(Self.pause) }
    }
  }

  /// Draws the line; false where there is nothing more to draw.
  private func draw() -> Bool {
    state.withLock { state in
      guard !state.isEnded else { return false }
      let now = ContinuousClock.now
      guard began.duration(to: now) >= Self.patience else { return true }
      let current = progress.current
      let line = ProgressLine(
        phase: current.phase, count: progress.reading.count, total: progress.reading.total,
        elapsed: current.began.duration(to: now))
      let width = Int(csystem_terminal_width(STDERR_FILENO))
      let text = line.text(width: width > 0 ? width : 80)
      let rest = max(0, state.drawn - text.count)
      StandardStreams.show("\r" + text + String(repeating: " ", count: rest))
      state.drawn = text.count
      return true
    }
  }

  /// Clears the line; nothing is drawn any more.
  func end() {
    state.withLock { state in
      guard !state.isEnded else { return }
      state.isEnded = true
      if state.drawn > 0 {
        StandardStreams.show("\r" + String(repeating: " ", count: state.drawn) + "\r")
      }
    }
  }
}
