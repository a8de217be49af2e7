import Crypto
import Glibc

/// An input read from its first byte to its last, once.
struct InputStream {
  private let source: OpenDescriptor
  private let name: String
  /// What was looked at before it was read.
  private var ahead: [UInt8] = []
  private var offset = 0
  /// Nil where nobody asks.
  private var hash: SHA256?

  init(of source: OpenDescriptor, name: String, isHashed: Bool = false) {
    self.source = source
    self.name = name
    hash = isHashed ? SHA256() : nil
  }

  /// The SHA-256 of the bytes read so far, those looked at included; nil where nobody asked.
  var sha256: [UInt8]? { hash.map { Array($0.finalize()) } }

  /// The next bytes, which stay where they are; fewer at the end.
  mutating func peek(_ count: Int) throws(MessageHistoryError) -> [UInt8] {
    while ahead.count < count {
      var bytes = [UInt8](repeating: 0, count: count - ahead.count)
      let result = bytes.withUnsafeMutableBytes { room in
        Result { () throws(MessageHistoryError) in try read(into: room) }
      }
      let found = try result.get()
      if found == 0 { break }
      ahead += bytes[..<found]
    }
    return ahead
  }

  /// Puts the next bytes into `room` and returns how many; 0 at the end only.
  mutating func next(
    into room: UnsafeMutableRawBufferPointer
  ) throws(MessageHistoryError) -> Int {
    guard ahead.isEmpty else {
      let count = min(ahead.count, room.count)
      room.copyBytes(from: ahead[..<count])
      ahead.removeFirst(count)
      return count
    }
    return try read(into: room)
  }

  private mutating func read(
    into room: UnsafeMutableRawBufferPointer
  ) throws(MessageHistoryError) -> Int {
    while true {
      let count = Glibc.read(source.number, room.baseAddress, room.count)
      if count >= 0 {
        hash?.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[..<count]))
        offset += count
        return count
      }
      if errno != EINTR { throw .cannotRead(path: name, byte: offset, code: errno) }
    }
  }
}
