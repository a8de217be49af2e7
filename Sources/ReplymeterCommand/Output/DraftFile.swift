import CSystem
import Crypto
import Glibc
import MessageHistory

/// A new file that is written piece by piece, and lies on disk once it is settled.
final class DraftFile {
  private let descriptor: OpenDescriptor
  /// The path that messages show: where the file will stand.
  private let shown: String
  private var hash = SHA256()
  private var size = 0
  /// How many of the bytes are on their way to the disk.
  private var begun = 0
  /// Up to which byte there is room on the disk; not more than `size` before any was asked for.
  private var reserved = 0
  private var isRoomRefused = false
  private var trail = WrittenTrail()

  /// Makes the file; with `isPrivate` only its owner may read it, else as the umask says.
  ///
  /// - Throws: `RunError` (73) where there is such a file or none can be made.
  init(_ path: String, shownAs shown: String, isPrivate: Bool) throws(RunError) {
    self.shown = shown
    let number = csystem_create(path, isPrivate ? 0o600 : 0o666)
    guard number >= 0 else { throw WrittenFile.failure(shown, "made", -number) }
    descriptor = OpenDescriptor(number)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(RunError) {
    do throws(WriteFailure) {
      try descriptor.write(bytes, at: size)
    } catch {
      throw WrittenFile.failure(shown, "written", error.code)
    }
    hash.update(bufferPointer: bytes)
    size += bytes.count
    if size - begun >= Self.stretch {
      beginWriting()
      reserveRoom()
    }
  }

  /// Asks for room for what comes next of a long file: that is found once for all of it, and not for
  /// each few kibibytes, which takes a third of the time of writing.
  ///
  /// Not for a file that may soon end, since giving room back takes the time that it saves. Not of a
  /// disk that is nearly full: other files need what one does not use in the end.
  private func reserveRoom() {
    guard size >= Self.reserve, !isRoomRefused, size + Self.stretch > reserved else { return }
    let start = max(reserved, size)
    if hasMuchRoom, csystem_reserve(descriptor.number, Int64(start), Int64(Self.reserve)) {
      reserved = start + Self.reserve
    } else {
      isRoomRefused = true
    }
  }

  private var hasMuchRoom: Bool {
    var status = statvfs()
    guard fstatvfs(descriptor.number, &status) == 0 else { return false }
    return UInt(status.f_bavail) > Self.muchRoom / UInt(max(status.f_frsize, 1))
  }

  /// Sends what was not sent yet on its way to the disk.
  private func beginWriting() {
    csystem_begin_writing(descriptor.number, Int64(begun), Int64(size - begun))
    begun = size
    if let behind = trail.leaves(begun: begun, unused: { MachineMemory().unused }) {
      _ = posix_fadvise(
        descriptor.number, behind.lowerBound, behind.count, POSIX_FADV_DONTNEED)
    }
  }

  /// Bytes that are sent to the disk together: while it writes them the next ones are made, so that
  /// little is waited for in the end.
  private static let stretch = 8 << 20
  /// Bytes for which room is asked at once; what is left of it is given back in the end.
  private static let reserve = 32 << 20
  /// Bytes of a disk that are more than all files of a report ask for at once.
  private static let muchRoom: UInt = 1 << 30

  /// Ends the writing; nobody waits for the disk yet, which works beside whatever else is written.
  ///
  /// - Returns: the file, its size in bytes and its SHA-256.
  func finish() -> (file: WrittenFile, size: Int, sha256: String) {
    // Where that fails, some room is lost and nothing else. It would wait for a last page that is on
    // its way to the disk.
    if reserved > size { _ = ftruncate(descriptor.number, off_t(size)) }
    if size > begun { beginWriting() }
    return (
      WrittenFile(descriptor: descriptor, shown: shown), size, hash.finalize().hexadecimal
    )
  }
}
