import CSystem
import MessageHistory

/// Goes over the entries of a run, or of a window of it, by their keys.
struct RunCursor: BitwiseCopyable {
  private var next: UnsafePointer<RunKey>
  private let end: UnsafePointer<RunKey>
  private let entries: UnsafeRawPointer
  /// What the ids of the run have in common beyond what those of all runs have, as the first of eight
  /// bytes, and how many bits that is.
  private let common: UInt64
  private let commonBits: UInt64

  /// Goes over a run in memory, as long as somebody holds it.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - commonPrefix: how many bytes the ids of all runs have in common at their start.
  init(_ run: HeldRun, commonPrefix: Int) {
    next = UnsafePointer(run.keys.base)
    end = next + run.keys.count
    entries = run.entries
    common = run.commonPrefix.bytes.withUnsafeBytes { $0.distinction(from: commonPrefix) }
    commonBits = UInt64(8 * (run.commonPrefix.count - commonPrefix))
  }

  /// Goes over a window until that is filled anew; its keys are those of all runs.
  init(_ window: borrowing RunWindow) {
    next = UnsafePointer(window.keys.base)
    end = next + window.keys.count
    entries = UnsafeRawPointer(window.words.base)
    common = 0
    commonBits = 0
  }

  /// Whether there is no entry left.
  @inline(__always)
  var isAtEnd: Bool { next == end }

  @inline(__always)
  mutating func advance() {
    next += 1
    // The entries lie in another order than the keys: one is asked for before it is needed.
    if end - next > Self.lookahead {
      let start = entries + 8 * Int(next[Self.lookahead].start)
      csystem_prefetch(start)
      csystem_prefetch(start + 64)
      csystem_prefetch(start + 128)
    }
  }

  private static let lookahead = 6

  /// Where the current entry begins.
  @inline(__always)
  var entry: UnsafeRawPointer { entries + 8 * Int(next.pointee.start) }

  /// Where page and channel of the current entry stand among all.
  @inline(__always)
  var rank: UInt32 { next.pointee.rank }

  /// The eight bytes of the current entry's id after what the ids of all runs begin with.
  @inline(__always)
  var distinction: UInt64 {
    // Shifting by 64 bits and more gives 0.
    common | next.pointee.distinction >> commonBits
  }
}
