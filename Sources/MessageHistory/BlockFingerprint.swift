import CBlockHash
import DelimitedText

/// A 128-bit fingerprint of a file, made of its mebibyte blocks in any order of reading.
///
/// It is XXH3 over the XXH3s of the blocks (each in its canonical, big-endian form). It tells
/// whether two inputs are the same; it is no protection against somebody who forges one.
package struct BlockFingerprint: Sendable {
  /// Bytes of a block; the last one of a file may be shorter.
  package static let blockSize = 1 << 20

  /// The fingerprint of one block.
  package struct Digest: Sendable {
    fileprivate var high: UInt64 = 0
    fileprivate var low: UInt64 = 0

    /// That of no bytes that were seen.
    init() {}

    package init(of block: UnsafeRawBufferPointer) {
      self.init(block_hash_of(block.baseAddress, block.count))
    }

    /// The fingerprint of a block, and how often a byte is in it: in one pass where the machine can.
    static func counting(
      _ byte: UInt8?, in block: UnsafeRawBufferPointer
    ) -> (digest: Digest, count: Int) {
      guard let byte else { return (Digest(of: block), 0) }
      guard block_hash_can_count() else {
        return (Digest(of: block), ScanKernel.best.count(of: byte, in: block))
      }
      let found = block_hash_counting(block.baseAddress, block.count, byte)
      return (Digest(found.hash), found.count)
    }

    fileprivate init(_ hash: block_hash) {
      (high, low) = (hash.high, hash.low)
    }

    /// The bytes, the greatest first.
    fileprivate var canonical: [UInt8] {
      [high, low].flatMap { half in withUnsafeBytes(of: half.bigEndian) { Array($0) } }
    }
  }

  /// Apart from the others, as most inputs have no more.
  private var first: Digest?
  /// Those of the other blocks, one after the other.
  private var further: [UInt8] = []

  package init() {}

  /// - Parameter digests: of a file's blocks, in their order.
  package init(_ digests: some Sequence<Digest>) {
    for digest in digests { append(digest) }
  }

  /// Adds the next block of the file.
  package mutating func append(_ block: UnsafeRawBufferPointer) {
    append(Digest(of: block))
  }

  private mutating func append(_ digest: Digest) {
    if first == nil {
      first = digest
    } else {
      further += digest.canonical
    }
  }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    let blocks = (first?.canonical ?? []) + further
    let hash = blocks.withUnsafeBytes { block_hash_of($0.baseAddress, $0.count) }
    return Digest(hash).canonical.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
