import CSystem
import Synchronization

/// Memory in pages of 2 MiB, for as long as the system has them at hand.
///
/// Such a page takes a seventh of the time of 512 small ones. But a system that has to move memory
/// together for it first, or a virtual machine whose host has to provide what it had taken back, takes
/// many times as long: from the first such page on small ones are used.
final class HugePages: Sendable {
  private enum Speed: UInt8, AtomicRepresentable {
    case unknown
    /// Somebody tries the first one.
    case tried
    case fast, slow
  }

  private let speed = Atomic(Speed.unknown)
  private let tooLong: Duration

  /// Bytes of a huge page where a small one has 4 KiB.
  static let size = 2 << 20

  /// - Parameter tooLong: what clearing a page that is at hand takes on no machine.
  init(tooLong: Duration = .milliseconds(2)) {
    self.tooLong = tooLong
  }

  /// Whether small ones are used from now on.
  var areGivenUp: Bool { speed.load(ordering: .relaxed) == .slow }

  /// Has the system provide a huge page for memory, where it has one at hand.
  ///
  /// - Parameter memory: `size` bytes at a multiple of `size` that nothing was written to.
  func provide(at memory: UnsafeMutableRawPointer) {
    let isFirst = speed.compareExchange(
      expected: .unknown, desired: .tried, ordering: .relaxed
    ).exchanged
    switch isFirst ? .fast : speed.load(ordering: .relaxed) {
    case .fast:
      let begin = ContinuousClock.now
      csystem_provide_huge_page(memory, Self.size)
      let isSlow = begin.duration(to: .now) > tooLong
      if isSlow || isFirst { speed.store(isSlow ? .slow : .fast, ordering: .relaxed) }
    case .slow: csystem_keep_pages_small(memory, Self.size)
    case .unknown, .tried: break
    }
  }
}
