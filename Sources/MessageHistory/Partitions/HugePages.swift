import CSystem
import Synchronization

/// Memory in pages of 2 MiB, for as long as the system has them at hand.
///
/// Such a page takes a seventh of the time of 512 small ones. But a system that has to move memory
/// together for it first, or a virtual machine whose host has to provide what it had taken back, takes
/// many times as long: once such pages have cost too much time, small ones are used. The first slow one
/// tells little: a hundred fast ones may come behind it. What is given back of one in parts the system
/// has once all of it is given back, or once it is short of memory.
final class HugePages: Sendable {
  /// Has the system provide a huge page, and tells how long that took.
  typealias Provide = @Sendable (_ memory: UnsafeMutableRawPointer) -> Duration

  private enum Use: UInt8, AtomicRepresentable {
    case untried
    /// Somebody tries the first one.
    case tried
    case used, givenUp
  }

  private let use = Atomic(Use.untried)
  /// Nanoseconds that pages took beyond the usual.
  private let lost = Atomic<Int64>(0)
  private let provide: Provide

  /// Bytes of a huge page where a small one has 4 KiB.
  static let size = 2 << 20
  /// Longer than a page takes that is at hand, and than small ones in its place.
  static let usual = Duration.milliseconds(1)
  /// What pages may take beyond the usual, all together: one that the host has to provide takes 4.
  ///
  /// A page may take as long where others want the processor meanwhile: then some speed is lost, and
  /// nothing else.
  static let mostLost = Duration.milliseconds(7)

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
    let isFirst = use.compareExchange(
      expected: .untried, desired: .tried, ordering: .relaxed
    ).exchanged
    guard isFirst || use.load(ordering: .relaxed) == .used else { return leave(memory) }
    let beyond = max(provide(memory) - Self.usual, .zero)
    let lost = lost.wrappingAdd(Int64(beyond / .nanoseconds(1)), ordering: .relaxed).newValue
    let isTooMuch = .nanoseconds(lost) > Self.mostLost
    if isTooMuch || isFirst { use.store(isTooMuch ? .givenUp : .used, ordering: .relaxed) }
  }

  /// Leaves memory to be provided as it is touched, in small pages once huge ones are given up.
  ///
  /// - Parameter memory: as above.
  func leave(_ memory: UnsafeMutableRawPointer) {
    if use.load(ordering: .relaxed) == .givenUp { csystem_keep_pages_small(memory, Self.size) }
  }
}
