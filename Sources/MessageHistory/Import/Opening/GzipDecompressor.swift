import CZlib

/// Unpacks gzip, also of many members one after the other (RFC 1952, section 2.2).
struct GzipDecompressor: Decompressor, ~Copyable {
  /// At a place of its own, since zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var mayEnd = false
  /// Zeros after the last member fill a block up, as tapes have them; nothing may follow those.
  private var isPadded = false

  /// Nil where there is no memory.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, the most that there are; 16 more stand for the gzip form.
    guard
      inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  mutating func unpack(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CompressionFlaw) -> (used: Int, made: Int) {
    if mayEnd, let first = input.first {
      let zeros = input.prefix { $0 == 0 }.count
      if zeros > 0 {
        isPadded = true
        return (zeros, 0)
      }
      guard !isPadded, first == 0x1F, inflateReset(stream) == Z_OK else {
        throw .damaged(byte: 0)
      }
      mayEnd = false
    }
    guard !mayEnd else { return (0, 0) }
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    let outcome = inflate(stream, Z_NO_FLUSH)
    let used = input.count - Int(stream.pointee.avail_in)
    let made = output.count - Int(stream.pointee.avail_out)
    switch outcome {
    // No progress was possible, which more input or room will change.
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: mayEnd = true
    default: throw .damaged(byte: used)
    }
    return (used, made)
  }
}
