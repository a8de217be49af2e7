/// Up to 32 bytes as four numbers, filled up with zeros; of more bytes, their keyed hash.
struct FourWords: Equatable {
  let first: UInt64
  let second: UInt64
  let third: UInt64
  let fourth: UInt64

  @inline(always)
  private init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// - Parameters:
  ///   - start: the first byte, in a buffer.
  ///   - count: how many bytes there are.
  ///   - end: where the buffer ends: up to there more may be read, which is quicker.
  ///   - masks: those of `makeMasks`.
  ///   - hash: keyed with the run's secret.
  @inline(always)
  init(
    _ start: UnsafeRawPointer, _ count: Int, readableUntil end: UnsafeRawPointer,
    masks: UnsafeRawPointer, hash: KeyedHash
  ) {
    guard count <= 32, end - start >= 32 else {
      self.init(careful: UnsafeRawBufferPointer(start: start, count: count), hash: hash)
      return
    }
    let mask = masks + (32 &- count)
    self.init(
      start.loadUnaligned(as: UInt64.self) & mask.loadUnaligned(as: UInt64.self),
      start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        & mask.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      start.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        & mask.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
      start.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        & mask.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
  }

  /// 32 bytes of ones and as many of zeros, which the caller deallocates.
  ///
  /// A window of 32 bytes that begins so many bytes before the zeros keeps as many of a text.
  static func makeMasks() -> UnsafeMutableRawPointer {
    let masks = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 8)
    masks.initializeMemory(as: UInt8.self, repeating: 0xFF, count: 32)
    (masks + 32).initializeMemory(as: UInt8.self, repeating: 0, count: 32)
    return masks
  }

  @inline(never)
  init(careful bytes: UnsafeRawBufferPointer, hash: KeyedHash) {
    guard bytes.count <= 32 else {
      let long = hash.hash128(bytes, domain: HashDomain.longCell)
      self.init(long.low, long.high, 0, 0)
      return
    }
    var copy = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &copy) { $0.copyBytes(from: bytes) }
    self.init(copy[0], copy[1], copy[2], copy[3])
  }
}
