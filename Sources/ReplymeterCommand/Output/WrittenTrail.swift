/// Which bytes of a long file leave the system's cache while it is written.
///
/// Where memory is full, what was written would have other pages leave it: of inputs and temporary files
/// that are still read. Where there is room all of it stays, for whoever reads the file next.
struct WrittenTrail {
  /// How many bytes have left the cache.
  private var dropped = 0

  /// How far behind what is on its way to the disk: bytes that the disk has written by then, as others
  /// cannot leave the cache.
  static let distance = 128 << 20
  /// Bytes of memory: with less, the system looks for pages to give up.
  static let leastUnused = 1 << 30

  /// - Parameters:
  ///   - begun: how many bytes are on their way to the disk.
  ///   - unused: tells the bytes of memory that are neither in use nor hold anything of files; nil
  ///     where the machine does not tell.
  /// - Returns: the bytes that are to leave the cache now; nil for none.
  mutating func leaves(begun: Int, unused: () -> Int?) -> Range<Int>? {
    let end = begun - Self.distance
    guard end > dropped, let unused = unused(), unused < Self.leastUnused else { return nil }
    defer { dropped = end }
    return dropped..<end
  }
}
