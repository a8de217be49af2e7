/// Some bytes of an input, read when they are asked for, in memory of their own.
struct InputWindow: ~Copyable {
  private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: largeSize, alignment: 64)
  private var start = 0
  private var count = 0

  /// Bytes read at a time where they are asked for far apart, and where they follow one another.
  private static let smallSize = 4 << 10
  private static let largeSize = 256 << 10
  private static let pageSize = 4 << 10

  deinit { room.deallocate() }

  /// The bytes at hand from an offset on; none where that is not among them.
  @inline(__always)
  func bytes(from offset: Int) -> UnsafeRawBufferPointer {
    guard offset >= start, offset < start &+ count, let base = room.baseAddress else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: base + (offset &- start), count: start &+ count &- offset)
  }

  /// Reads bytes from an offset on, many where it lies close behind those at hand; none where enough
  /// for a usual row, or all that the input has, is at hand.
  ///
  /// - Returns: whether there are bytes that were not at hand before.
  /// - Throws: `MessageHistoryError.changedWhileRead` where the input is not as it was.
  mutating func move(to offset: Int, of file: InputFile) throws(MessageHistoryError) -> Bool {
    let atHand = bytes(from: offset).count
    let left = max(0, file.size - offset)
    guard atHand < min(Self.smallSize, left) else { return false }
    let isClose = atHand > 0 || (offset >= start && offset < start + count + Self.smallSize)
    // The system copies whole pages faster than what begins within one.
    start = isClose ? offset & ~(Self.pageSize - 1) : offset
    let wanted = min(isClose ? Self.largeSize : Self.smallSize, file.size - start)
    count = 0
    let read = try file.read(
      into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]), at: start)
    guard read == wanted, file.isUnchanged else { throw .changedWhileRead(path: file.name) }
    count = wanted
    return true
  }

  /// Has the bytes at hand replaced by so many from an offset on.
  ///
  /// - Parameters:
  ///   - offset: of the first byte.
  ///   - wanted: how many there are to be.
  ///   - read: reads as many into some room, as far as there are any, and says how many.
  /// - Returns: whether all are there.
  /// - Throws: what reading throws.
  @inline(__always)
  mutating func fill<Failure: Error>(
    from offset: Int, count wanted: Int,
    _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Bool {
    start = offset
    count = 0
    if wanted > room.count {
      room.deallocate()
      room = .allocate(byteCount: wanted, alignment: 64)
    }
    count = try read(UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]))
    return count == wanted
  }

  /// Forgets the bytes at hand, before those of another input are asked for.
  mutating func forget() {
    start = 0
    count = 0
  }
}
