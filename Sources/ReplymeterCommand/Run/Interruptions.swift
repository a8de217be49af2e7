import CSystem
import Foundation
import Glibc
import MessageHistory

/// SIGINT, SIGTERM and SIGHUP end the run after what it has begun is cleaned away.
///
/// The signals are held back on all threads but one that waits for them, so that cleaning up is
/// plain code and not a signal handler. The program then ends by the signal itself, as its parent
/// expects. A signal that the program was started with ignored (by nohup) stays ignored.
final class Interruptions: Sendable {
  private let cleanUps = Locked<[@Sendable () -> Void]>([])

  /// Begins to wait; to be called before other threads are there.
  init() {
    let watched = [SIGINT, SIGTERM, SIGHUP].filter { !csystem_is_signal_ignored($0) }
    guard !watched.isEmpty else { return }
    var signals = Self.set(of: watched)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Thread.detachNewThread { [self] in
      var signals = Self.set(of: watched)
      var number: Int32 = 0
      while sigwait(&signals, &number) != 0 {}
      end(by: number)
    }
  }

  /// Makes something that `cleanUp` takes back while it lives; an interruption waits until it is
  /// made.
  func making<Made: AnyObject & Sendable, Failure: Error>(
    _ make: () throws(Failure) -> Made, cleanUp: @escaping @Sendable (Made) -> Void
  ) throws(Failure) -> Made {
    try cleanUps.withLock { cleanUps throws(Failure) in
      let made = try make()
      cleanUps.append { [weak made] in
        if let made { cleanUp(made) }
      }
      return made
    }
  }

  private func end(by number: Int32) {
    cleanUps.withLock { cleanUps in
      for cleanUp in cleanUps.reversed() { cleanUp() }
      signal(number, SIG_DFL)
      var signals = Self.set(of: [number])
      kill(getpid(), number)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
