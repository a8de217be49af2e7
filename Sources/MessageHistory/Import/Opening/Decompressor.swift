/// Unpacks a stream that may consist of several parts, in bounded memory.
protocol Decompressor: ~Copyable {
  /// Whether the stream may end here: a part has ended and no other has begun.
  var mayEnd: Bool { get }

  /// Unpacks as much of `input` as fits into `output`.
  ///
  /// - Returns: the bytes used and those made; both 0 where it can only go on with more input.
  /// - Throws: the flaw, its byte counted from the start of `input`.
  mutating func unpack(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CompressionFlaw) -> (used: Int, made: Int)
}
