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
}
