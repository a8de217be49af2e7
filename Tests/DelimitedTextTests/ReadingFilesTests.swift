import DelimitedText
import Glibc
import Testing

struct ReadingFilesTests {
  @Test func readsAFileAsItReadsBytes() throws {
    let text = "a,b\n" + String(repeating: "1,\"x\ny\"\n", count: 40_000)
    try withTemporaryFile(Array(text.utf8)) { path in
      var file = try RecordReader(path: path, chunkSize: 1_000)
      var memory = try RecordReader(bytes: Array(text.utf8))
      let rows = try file.rows()
      #expect(rows.count == 40_001)
      #expect(try rows == memory.rows())
    }
  }

  /// Runs `body` with the path of a file with these bytes, which is then removed.
  private func withTemporaryFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(folder)/delimited-text-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { unlink(path) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    try #require(written == bytes.count)
    try body(path)
  }
}
