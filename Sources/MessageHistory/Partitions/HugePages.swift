import CSystem
import Synchronization

/// Memory in pages of 2 MiB, for as long as the system has them at hand.
///
/// Such a page takes a seventh of the time of 512 small ones. But a system that has to move memory
/// together for it first, or a virtual machine whose host has to provide what it had taken back, takes
/// many times as long: from the first such page on small ones are used. What is given back of one in
/// parts the system has once all of it is given back, or once it is short of memory.
final class HugePages: Sendable {
  /// Has the system provide a huge page, and tells how long that took.
  typealias Provide = @Sendable (_ memory: UnsafeMutableRawPointer) -> Duration

  private enum Speed: UInt8, AtomicRepresentable {
    case unknown
    /// Somebody tries the first one.
    case tried
    case fast, slow
  }

  private let speed = Atomic(Speed.unknown)
  private let provide: Provide

  /// Bytes of a huge page where a small one has 4 KiB.
  static let size = 2 << 20
  /// Longer than a page takes that is at hand.
  ///
  /// It may take as long where others want the processor meanwhile: then some speed is lost, and
  /// nothing else.
  static let tooLong = Duration.milliseconds(2)

  init(provide: @escaping Provide = HugePages.measured) {
    self.provide = provide
  }

  private static let measured: Provide = { memory in
    let begin = ContinuousClock.now
    csystem_provide_huge_page(memory, size)
    return begin.duration(to: .now)
  }

  /// Has the system provide a huge page for memory, where it has one at hand.
  ///
  /// - Parameter memory: `size` bytes at a multiple of `size` that nothing was written to.
  func provide(at memory: UnsafeMutableRawPointer) {
    let isFirst = speed.compareExchange(
      expected: .unknown, desired: .tried, ordering: .relaxed
    ).exchanged
    guard isFirst || speed.load(ordering: .relaxed) == .fast else { return leave(memory) }
    let isSlow = provide(memory) > Self.tooLong
    if isSlow || isFirst { speed.store(isSlow ? .slow : .fast, ordering: .relaxed) }
  }

  /// Leaves memory to be provided as it is touched, in small pages once huge ones are given up.
  ///
  /// - Parameter memory: as above.
  func leave(_ memory: UnsafeMutableRawPointer) {
    if speed.load(ordering: .relaxed) == .slow { csystem_keep_pages_small(memory, Self.size) }
  }
}
