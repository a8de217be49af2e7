import CXXHash

/// A 128-bit fingerprint of a file, made of its mebibyte blocks in any order of reading.
///
/// It is XXH3 over the XXH3s of the blocks (each in its canonical, big-endian form). It tells
/// whether two inputs are the same; it is no protection against somebody who forges one.
package struct BlockFingerprint: Sendable {
  /// Bytes of a block; the last one of a file may be shorter.
  package static let blockSize = 1 << 20

  private var blocks: [UInt8] = []

  package init() {}

  /// Adds the next block of the file.
  package mutating func append(_ block: UnsafeRawBufferPointer) {
    blocks += Self.canonical(xxhash_128_of(block.baseAddress, block.count, 0))
  }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    let hash = blocks.withUnsafeBytes { xxhash_128_of($0.baseAddress, $0.count, 0) }
    return Self.canonical(hash).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// The bytes of a hash, the greatest first.
  private static func canonical(_ hash: xxhash_128) -> [UInt8] {
    [hash.high, hash.low].flatMap { half in
      withUnsafeBytes(of: half.bigEndian) { Array($0) }
    }
  }
}
