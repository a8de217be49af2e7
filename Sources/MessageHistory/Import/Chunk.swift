import DelimitedText

/// Whole records of one input, scanned: what a worker decodes at a time.
struct Chunk: ~Copyable {
  /// Ordinal of the input.
  var input = 0
  /// The byte of the input at which the records begin.
  var offset = 0
  /// How many bytes of the buffer the records cover.
  var covered = 0
  private var skipped = 0
  var index = FieldIndex(capacity: 1 << 16)
  private(set) var buffer: UnsafeMutableRawBufferPointer

  init() {
    buffer = .allocate(byteCount: BlockFingerprint.blockSize * 2, alignment: 64)
  }

  deinit {
    buffer.deallocate()
  }

  var records: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer[skipped..<skipped + covered])
  }

  /// Leaves out the first bytes of the buffer: the header, which is no row.
  mutating func drop(_ count: Int) {
    skipped = count
  }

  /// Makes the buffer at least `count` bytes long, keeping its first `kept` bytes.
  mutating func reserve(_ count: Int, keeping kept: Int) {
    guard buffer.count < count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, buffer.count * 2), alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<kept]))
    buffer.deallocate()
    buffer = larger
  }
}
