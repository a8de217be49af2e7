import Glibc
import TestSupport
import Testing

@testable import MessageHistory

struct SpoolTests {
  /// Whoever has let go of a great file does not wait until its room is given back.
  @Test(arguments: [(mebibytes: 65, isEmptied: true), (mebibytes: 1, isEmptied: false)])
  func givesTheRoomOfAGreatFileBackBeside(mebibytes: Int, isEmptied: Bool) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "spool")
    let piece = [UInt8](repeating: 7, count: 1 << 20)
    do {
      let spool = Spool(OpenDescriptor(open(path, O_RDWR)), folder: folder.path, for: .records)
      for _ in 0..<mebibytes { try piece.withUnsafeBytes { try spool.append($0) } }
      #expect(FileIdentity(at: path)?.size == mebibytes << 20)
    }
    let patience = isEmptied ? 10_000 : 50
    for _ in 0..<patience where FileIdentity(at: path)?.size != 0 { usleep(1_000) }
    #expect((FileIdentity(at: path)?.size == 0) == isEmptied)
  }

  /// What is given up piece by piece takes no room once it is much, and its neighbours stay.
  @Test func givesTheRoomOfBytesBackThatAreGivenUp() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "spool")
    let spool = Spool(OpenDescriptor(open(path, O_RDWR)), folder: folder.path, for: .records)
    let piece = [UInt8](repeating: 7, count: 1 << 20)
    let pieces = (GivenUpBytes.together >> 20) + 2
    for _ in 0..<pieces { try piece.withUnsafeBytes { try spool.append($0) } }
    let before = Self.blocks(of: path)
    // All but the first and the last.
    for number in 1..<pieces - 1 { spool.giveUp(number << 20..<(number + 1) << 20) }
    for _ in 0..<10_000 where Self.blocks(of: path) > before / 2 { usleep(1_000) }
    #expect(Self.blocks(of: path) <= before / 2)
    var found = [UInt8](repeating: 0, count: 1 << 20)
    for number in [0, pieces - 1] {
      try found.withUnsafeMutableBytes { try spool.readAll(into: $0, at: number << 20) }
      #expect(found == piece)
    }
  }

  /// Of 512 bytes each.
  private static func blocks(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_blocks) : 0
  }
}
