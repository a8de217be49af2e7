import DelimitedText

/// Whole records of one input, scanned: what a worker decodes at a time.
struct Chunk: ~Copyable {
  /// Ordinal of the input.
  var input = 0
  /// The byte of the input at which the records begin.
  var offset = 0
  /// Where in the buffer the records lie.
  var range = 0..<0
  var index = FieldIndex(capacity: 1 << 16)
  private(set) var buffer: UnsafeMutableRawBufferPointer

  init() {
    buffer = .allocate(
      byteCount: BlockFingerprint.blockSize + ChunkQueue.usualTail * 2, alignment: 64)
  }

  deinit {
    buffer.deallocate()
  }

  var records: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer[range])
  }

  /// Some of the input's bytes that a window of it holds, which begins with the buffer.
  func bytes(_ range: Range<Int>, of window: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      rebasing: buffer[range.lowerBound - window.lowerBound..<range.upperBound - window.lowerBound])
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
