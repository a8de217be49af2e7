import Glibc

/// A file descriptor, closed with the last that holds it.
package final class OpenDescriptor: Sendable {
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Fills `room` from the byte `offset` on, as far as there are bytes, and returns how many.
  ///
  /// Short reads, as network file systems and signals make them, are gone on with.
  /// - Throws: the error number and the byte.
  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ReadFailure) -> Int {
    try Self.read(number, into: room, at: offset)
  }

  /// The same by the number of a descriptor that the caller keeps open.
  static func read(
    _ number: Int32, into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ReadFailure) -> Int {
    var filled = 0
    while filled < room.count {
      let count = pread(
        number, room.baseAddress.map { $0 + filled }, room.count - filled, offset + filled)
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw ReadFailure(byte: offset + filled, code: errno)
      }
    }
    return filled
  }
}

extension OpenDescriptor {
  /// What is written at once: the system keeps it in one stretch of memory where it can, and takes
  /// several times as long for stretches longer than those that it has at hand.
  static let mostWritten = 128 << 10

  /// Writes bytes from the byte `offset` on.
  ///
  /// - Throws: the error number.
  package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(WriteFailure) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        number, bytes.baseAddress.map { $0 + written },
        min(bytes.count - written, Self.mostWritten), offset + written)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw WriteFailure(code: errno)
      }
    }
  }
}

/// Why bytes could not be written.
package struct WriteFailure: Error {
  package let code: Int32
}

/// Why bytes could not be read, and from where on.
struct ReadFailure: Error {
  var byte: Int
  var code: Int32
}
