import CZstd

/// Unpacks Zstandard, also of many frames one after the other (RFC 8878, section 3).
struct ZstdDecompressor: Decompressor, ~Copyable {
  private let context: OpaquePointer
  private(set) var mayEnd = false

  /// Nil where there is no memory.
  ///
  /// The library refuses windows beyond 128 MiB unless it is told otherwise, which bounds memory.
  init?() {
    guard let context = ZSTD_createDCtx() else { return nil }
    self.context = context
  }

  deinit {
    ZSTD_freeDCtx(context)
  }

  mutating func unpack(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CompressionFlaw) -> (used: Int, made: Int) {
    // A frame that has ended has nothing left to write; with no input, none begins.
    if mayEnd, input.isEmpty { return (0, 0) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let outcome = ZSTD_decompressStream(context, &target, &source)
    if ZSTD_isError(outcome) != 0 {
      if ZSTD_getErrorCode(outcome) == ZSTD_error_frameParameter_windowTooLarge {
        throw .windowTooLarge
      }
      throw .damaged(byte: source.pos)
    }
    mayEnd = outcome == 0
    return (source.pos, target.pos)
  }
}
