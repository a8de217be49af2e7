/// How an input's bytes are compressed.
package enum Compression: String, Sendable, CaseIterable {
  case gzip, zstd

  /// What the first bytes tell, whatever the input is called; nil where they tell of none.
  package init?(startOf bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0x1F, 0x8B, 0x08, _): self = .gzip
    case (0x28, 0xB5, 0x2F, 0xFD): self = .zstd
    // A frame to be skipped, with which some writers begin.
    case (0x50...0x5F, 0x2A, 0x4D, 0x18): self = .zstd
    default: return nil
    }
  }
}

/// What is wrong with a compressed input.
package enum CompressionFlaw: Error, Equatable, Sendable {
  /// It ends before its last part does.
  case truncated
  /// What stands from about this byte on is not what the compression writes.
  case damaged(byte: Int)
  /// So many unpacked bytes came from so few packed ones that it can only be meant to do harm.
  case expandsTooMuch(packed: Int, unpacked: Int)
  /// Unpacking would take more memory than is given for it.
  case windowTooLarge
}
