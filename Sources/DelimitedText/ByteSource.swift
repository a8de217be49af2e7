import Glibc

/// The bytes of a file or of memory, one after the other; a file is closed with it.
struct ByteSource: ~Copyable {
  /// The name for errors: the path as given.
  let name: String

  private enum Origin {
    case memory([UInt8], next: Int)
    case descriptor(Int32, next: Int)
  }
  private var origin: Origin

  init(bytes: [UInt8], name: String) {
    self.name = name
    origin = .memory(bytes, next: 0)
  }

  init(path: String) throws(DelimitedTextError) {
    name = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, code: errno) }
    origin = .descriptor(descriptor, next: 0)
  }

  deinit {
    if case .descriptor(let descriptor, _) = origin { close(descriptor) }
  }

  /// Fills `buffer` from `start` on as far as there are bytes, and returns how many came.
  mutating func fill(
    _ buffer: inout [UInt8], from start: Int
  ) throws(DelimitedTextError) -> Int {
    try buffer.withUnsafeMutableBufferPointer { bytes throws(DelimitedTextError) in
      try read(
        into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[start...])))
    }
  }

  /// Fills `room` from its start as far as there are bytes, and returns how many; 0 at the end.
  mutating func read(into room: UnsafeMutableRawBufferPointer) throws(DelimitedTextError) -> Int {
    switch origin {
    case .memory(let bytes, let next):
      let part = bytes[next...].prefix(room.count)
      room.copyBytes(from: part)
      origin = .memory(bytes, next: part.endIndex)
      return part.count
    case .descriptor(let descriptor, var next):
      var filled = 0
      while filled < room.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: room[filled...])
        let count = try readOnce(descriptor, at: next, into: rest)
        if count == 0 { break }
        filled += count
        next += count
      }
      origin = .descriptor(descriptor, next: next)
      return filled
    }
  }

  /// Reads at a place, or at the next one where the file is a pipe and knows no places.
  private func readOnce(
    _ descriptor: Int32, at byte: Int, into room: UnsafeMutableRawBufferPointer
  ) throws(DelimitedTextError) -> Int {
    while true {
      var count = pread(descriptor, room.baseAddress, room.count, byte)
      if count < 0 && errno == ESPIPE {
        count = Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count >= 0 { return count }
      let code = errno
      if code != EINTR { throw .cannotRead(path: name, byte: byte, code: code) }
    }
  }
}
