import Glibc
import TestSupport
import Testing

@testable import MessageHistory

struct OpenDescriptorTests {
  /// More than is written at once.
  @Test func writesAllBytesAtTheirPlace() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("ab".utf8), to: "file")
    let file = OpenDescriptor(open(path, O_RDWR))
    let bytes = (0..<1_000_000).map { UInt8($0 % 251) }
    try bytes.withUnsafeBytes { try file.write($0, at: 2) }
    var found = [UInt8](repeating: 0, count: bytes.count + 10)
    let count = try found.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
    #expect(Array(found[..<count]) == Array("ab".utf8) + bytes)
  }

  @Test func tellsWhyBytesCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let file = OpenDescriptor(open(try folder.write(Array("ab".utf8), to: "file"), O_RDONLY))
    let error = #expect(throws: WriteFailure.self) {
      try [UInt8(0)].withUnsafeBytes { try file.write($0, at: 0) }
    }
    #expect(error?.code == EBADF)
  }
}
