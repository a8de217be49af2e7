import Glibc

/// What an entry is sorted by, as far as numbers tell, and where it lies.
struct RunKey: BitwiseCopyable, Sendable {
  /// The eight bytes of the id after what all ids begin with.
  var distinction: UInt64
  /// Bytes of an id that a distinction tells.
  static let distinctionSize = 8
  /// Where page and channel stand among all.
  let rank: UInt32
  /// The entry's position among the run's words of eight bytes.
  let start: UInt32

  /// Whether the numbers do not tell which comes first.
  @inline(__always)
  func isAlike(_ other: RunKey) -> Bool {
    distinction == other.distinction && rank == other.rank
  }
}

extension UnsafeRawBufferPointer {
  /// The eight bytes from one on, as a number that sorts as they do; zeros for those that are missing.
  @inline(__always)
  func distinction(from start: Int) -> UInt64 {
    if count >= start + 8 {
      return UInt64(bigEndian: loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    if count >= 8, start <= count {
      // The last eight bytes; those before the first wanted one are shifted out.
      let last = UInt64(bigEndian: loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      return last << UInt64(8 * (start + 8 - count))
    }
    var number: UInt64 = 0
    for index in start..<start + 8 {
      number = number << 8 | (index < count ? UInt64(self[index]) : 0)
    }
    return number
  }

  /// Negative, zero or positive as these bytes come before, with or after others.
  @inline(__always)
  func order(against other: UnsafeRawBufferPointer) -> Int {
    let shared = Swift.min(count, other.count)
    if shared > 0, let left = baseAddress, let right = other.baseAddress {
      let order = memcmp(left, right, shared)
      if order != 0 { return Int(order) }
    }
    return count - other.count
  }
}
