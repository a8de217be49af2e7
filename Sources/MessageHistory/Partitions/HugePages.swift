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
    csystem_touch(memory)
    return begin.duration(to: .now)
  }

  /// Asks the system for huge pages of a region that nothing was written to, unless they are given up.
  ///
  /// - Returns: whether it was asked: each of them is there once it is provided.
  func ask(for region: UnsafeMutableRawBufferPointer) -> Bool {
    guard use.load(ordering: .relaxed) != .givenUp else {
      Self.refuse(for: region)
      return false
    }
    csystem_ask_for_huge_pages(region.baseAddress, region.count)
    return true
  }

  /// Has the system provide a huge page for memory, where it has one at hand.
  ///
  /// While somebody tries the first one, nobody waits for how that ends: small ones are used instead.
  ///
  /// - Parameter memory: `size` bytes at a multiple of `size`, of a region for which huge pages were
  ///   asked; nothing was written to them.
  /// - Returns: false where nothing was done, since huge pages are given up.
  func provide(at memory: UnsafeMutableRawPointer) -> Bool {
    let isFirst = use.compareExchange(
      expected: .untried, desired: .tried, ordering: .relaxed
    ).exchanged
    if !isFirst {
      switch use.load(ordering: .relaxed) {
      case .used: break
      case .untried, .tried:
        Self.refuse(for: UnsafeMutableRawBufferPointer(start: memory, count: Self.size))
        return true
      case .givenUp: return false
      }
    }
    let beyond = max(provide(memory) - Self.usual, .zero)
    let lost = lost.wrappingAdd(Int64(beyond / .nanoseconds(1)), ordering: .relaxed).newValue
    let isTooMuch = .nanoseconds(lost) > Self.mostLost
    if isTooMuch || isFirst { use.store(isTooMuch ? .givenUp : .used, ordering: .relaxed) }
    return true
  }

  /// Leaves a region to be provided as it is touched: in small pages once huge ones are given up.
  func leave(_ region: UnsafeMutableRawBufferPointer) {
    if use.load(ordering: .relaxed) == .givenUp { Self.refuse(for: region) }
  }

  /// Has memory that nothing was written to be provided in small pages.
  static func refuse(for memory: UnsafeMutableRawBufferPointer) {
    csystem_keep_pages_small(memory.baseAddress, memory.count)
  }
}
