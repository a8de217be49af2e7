import CSystem
import Glibc

/// A temporary file without a name that holds what can be read only once, or was unpacked.
///
/// Nothing of it stays, however the program ends: it has no name, so that the system gives its room
/// back with the last descriptor. All inputs of a run share one, one after the other.
package final class Spool: Sendable {
  /// As given by TMPDIR.
  package let folder: String
  private let file: OpenDescriptor
  private let end = Locked(0)

  package init(folder: String) throws(MessageHistoryError) {
    self.folder = folder
    let descriptor = csystem_open_nameless(folder)
    guard descriptor >= 0 else { throw .cannotSpool(folder: folder, code: -descriptor) }
    file = OpenDescriptor(descriptor)
  }

  /// The folder of temporary files: TMPDIR, or /tmp.
  package static var usualFolder: String {
    let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return given.isEmpty ? "/tmp" : given
  }

  /// The byte at which the next one is kept.
  package var count: Int { end.withLock { $0 } }

  /// Keeps bytes behind those that are there.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(MessageHistoryError) {
    let start = count
    var written = 0
    while written < bytes.count {
      let step = pwrite(
        file.number, bytes.baseAddress.map { $0 + written }, bytes.count - written,
        start + written)
      if step >= 0 {
        written += step
      } else if errno != EINTR {
        throw .cannotSpool(folder: folder, code: errno)
      }
    }
    end.withLock { $0 = start + written }
  }

  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ReadFailure) -> Int {
    try file.read(into: room, at: offset)
  }

  /// Fills `room` with bytes that were kept.
  package func readAll(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(MessageHistoryError) {
    let count: Int
    do {
      count = try read(into: room, at: offset)
    } catch {
      throw .cannotSpool(folder: folder, code: error.code)
    }
    guard count == room.count else { throw .cannotSpool(folder: folder, code: EIO) }
  }

  /// Gives the room of bytes back that are not needed any more, where the file system can.
  func release(_ range: Range<Int>) {
    csystem_release(file.number, Int64(range.lowerBound), Int64(range.count))
  }
}
