import CSystem
import Glibc

/// Where the bytes of an input are: in its file, or in the spool.
enum InputContent: Sendable {
  case file(SoughtFile)
  case spooled(Spool, Range<Int>)

  var count: Int {
    switch self {
    case .file(let file): file.identity.size
    case .spooled(_, let range): range.count
    }
  }

  /// Whether the bytes are still those of the opening; those in the spool are.
  var isUnchanged: Bool {
    switch self {
    case .file(let file): FileIdentity(at: file.path) == file.identity
    case .spooled: true
    }
  }

  /// The bytes of a range, as far as there are any.
  func bytes(_ range: Range<Int>, name: String) throws(MessageHistoryError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    var bytes = [UInt8](repeating: 0, count: range.count)
    let result = bytes.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in
        try read(into: room, at: range.lowerBound, name: name)
      }
    }
    bytes.removeLast(bytes.count - (try result.get()))
    return bytes
  }

  /// Fills `room` from the byte `offset` on, as far as there are bytes, and returns how many.
  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int, name: String
  ) throws(MessageHistoryError) -> Int {
    switch self {
    case .file(let file):
      let descriptor = try file.descriptor(name: name)
      do throws(ReadFailure) {
        return try descriptor.read(into: room, at: offset)
      } catch {
        throw .cannotRead(path: name, byte: error.byte, code: error.code)
      }
    case .spooled(let spool, let range):
      let wanted = min(room.count, max(0, range.count - offset))
      do throws(ReadFailure) {
        return try spool.read(
          into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]),
          at: range.lowerBound + offset)
      } catch {
        throw spool.failure(code: error.code)
      }
    }
  }
}

extension InputContent {
  /// As `InputFile.fetchAhead`; bytes in the spool were written a moment ago.
  func fetchAhead(_ offsets: some Sequence<Int>, count: Int) {
    guard case .file(let file) = self, let descriptor = try? file.descriptor(name: file.path) else {
      return
    }
    var isFirst = true
    for offset in offsets {
      if isFirst, csystem_is_in_memory(descriptor.number, Int64(offset)) { return }
      isFirst = false
      _ = posix_fadvise(descriptor.number, offset, count, POSIX_FADV_WILLNEED)
    }
  }

  /// As `InputFile.dropCached`.
  func dropCached(_ range: Range<Int>) {
    guard case .file(let file) = self, let descriptor = try? file.descriptor(name: file.path) else {
      return
    }
    _ = posix_fadvise(descriptor.number, range.lowerBound, range.count, POSIX_FADV_DONTNEED)
  }
}

/// A file that is opened whenever it is needed, and known again by its identity.
final class SoughtFile: Sendable {
  let path: String
  let identity: FileIdentity
  private let pool: DescriptorPool
  private let number: Int

  init(
    _ descriptor: OpenDescriptor, path: String, identity: FileIdentity, pool: DescriptorPool
  ) {
    self.path = path
    self.identity = identity
    self.pool = pool
    number = pool.add(descriptor)
  }

  /// - Throws: `changedWhileRead` where it is gone, or another stands in its place.
  func descriptor(name: String) throws(MessageHistoryError) -> OpenDescriptor {
    try pool.descriptor(of: number) { () throws(MessageHistoryError) in
      // Without waiting: a pipe may have taken the file's place.
      let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard number >= 0 else {
        switch errno {
        case ENOENT, ENOTDIR, ESTALE: throw .changedWhileRead(path: name)
        default: throw .cannotOpen(path: name, code: errno)
        }
      }
      let descriptor = OpenDescriptor(number)
      guard FileIdentity(of: number) == identity else { throw .changedWhileRead(path: name) }
      return descriptor
    }
  }
}
