import CSystem
import Glibc

/// A temporary file without a name that holds what can be read only once, was unpacked, or does not
/// fit into memory.
///
/// Nothing of it stays, however the program ends: it has no name, so that the system gives its room
/// back with the last descriptor. All inputs of a run share one, one after the other.
package final class Spool: Sendable {
  /// What it is kept for, which errors tell.
  package enum Content: Sendable {
    /// Bytes of inputs.
    case inputs
    /// Records and rows beyond the budget of memory.
    case records
  }

  /// As given by TMPDIR.
  package let folder: String
  private let content: Content
  private let file: OpenDescriptor
  private let end = Locked(0)
  private let givenUp = Locked(GivenUpBytes())

  package convenience init(
    folder: String = Spool.usualFolder, for content: Content
  ) throws(MessageHistoryError) {
    let descriptor = csystem_open_nameless(folder)
    guard descriptor >= 0 else {
      throw Self.failure(code: -descriptor, folder: folder, content: content)
    }
    self.init(OpenDescriptor(descriptor), folder: folder, for: content)
  }

  /// Takes an open file, which is thought to be empty.
  init(_ file: OpenDescriptor, folder: String, for content: Content) {
    self.file = file
    self.folder = folder
    self.content = content
  }

  deinit {
    // The system takes seconds to give gigabytes back, in which others can work.
    guard count > Self.mostGivenBackAtOnce else { return }
    WorkerThread { [file] in _ = ftruncate(file.number, 0) }?.detach()
  }

  /// Bytes of a file.
  static let mostGivenBackAtOnce = 64 << 20

  /// The folder of temporary files: TMPDIR, or /tmp.
  package static var usualFolder: String {
    let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return given.isEmpty ? "/tmp" : given
  }

  /// The error that stands for one of the system's.
  func failure(code: Int32) -> MessageHistoryError {
    Self.failure(code: code, folder: folder, content: content)
  }

  private static func failure(
    code: Int32, folder: String, content: Content
  ) -> MessageHistoryError {
    switch content {
    case .inputs: .cannotSpool(folder: folder, code: code)
    case .records: .cannotSpill(folder: folder, code: code)
    }
  }

  /// The byte at which the next one is kept.
  package var count: Int { end.withLock { $0 } }

  /// Keeps bytes behind those that are there.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(MessageHistoryError) {
    let start = count
    try write(bytes, at: start)
    end.withLock { $0 = start + bytes.count }
  }

  /// Keeps bytes in the place of others.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(MessageHistoryError) {
    do throws(WriteFailure) {
      try file.write(bytes, at: offset)
    } catch {
      throw failure(code: error.code)
    }
  }

  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ReadFailure) -> Int {
    try file.read(into: room, at: offset)
  }

  /// Fills `room` with bytes that are kept from `offset` on.
  package func readAll(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(MessageHistoryError) {
    do throws(ReadFailure) {
      guard try read(into: room, at: offset) == room.count else {
        throw ReadFailure(byte: offset, code: EIO)
      }
    } catch {
      throw failure(code: error.code)
    }
  }

  /// Gives the room of bytes back that are not needed any more, where the file system can.
  func release(_ range: Range<Int>) {
    Self.release([range], of: file)
  }

  /// Gives bytes up that nobody will read any more; once they are many, the system has their room back.
  ///
  /// Else it would write them to the device, and forget others in their place that are still needed.
  package func giveUp(_ range: Range<Int>) {
    let ranges = givenUp.withLock { $0.add(range) }
    if !ranges.isEmpty { releaseMeanwhile(ranges) }
  }

  /// Gives the room of several stretches back while others work: the system may take long.
  func releaseMeanwhile(_ ranges: [Range<Int>]) {
    WorkerThread { [file] in Self.release(ranges, of: file) }?.detach()
  }

  private static func release(_ ranges: [Range<Int>], of file: OpenDescriptor) {
    for range in ranges {
      csystem_release(file.number, Int64(range.lowerBound), Int64(range.count))
    }
  }
}

extension Spool? {
  /// The file, which `open` makes where there is none yet.
  package mutating func opened(
    by open: () throws(MessageHistoryError) -> Spool
  ) throws(MessageHistoryError) -> Spool {
    if let self { return self }
    let opened = try open()
    self = opened
    return opened
  }
}
