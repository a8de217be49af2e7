import CZlib
import CZstd

extension [UInt8] {
  /// The bytes as a gzip file of one member.
  func gzipped() -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(count))) + 32)
    var bytes = self
    let made = bytes.withUnsafeMutableBufferPointer { source in
      packed.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(packed[..<made])
  }

  /// The bytes as a Zstandard file of one frame.
  func zstandardised() -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(count))
    let made = ZSTD_compress(&packed, packed.count, self, count, 3)
    return Array(packed[..<made])
  }
}
