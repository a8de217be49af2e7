import Dispatch
import Glibc
import MessageHistory
import Testing

/// Inputs that can be read only once are copied first.
struct StandardInputTests {
  private static let text = "conversation_id,timestamp,direction,text\nc,2,in,b\nc,1,in,a\n"

  @Test func standardInputIsReadLikeAFile() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    try #require(
      write(ends[1], Self.text, Self.text.utf8.count) == Self.text.utf8.count
        && close(ends[1]) == 0)
    let own = dup(STDIN_FILENO)
    dup2(ends[0], STDIN_FILENO)
    defer {
      dup2(own, STDIN_FILENO)
      close(own)
      close(ends[0])
    }
    let file = try InputFile.standardInput()
    #expect(file.name == "-")
    #expect(file.size == Self.text.utf8.count)
    let reading = HistoryReading()
    let read = try reading.read([PreparedInput(file, settings: reading.settings)])
    #expect(read.texts == ["a", "b"])
    #expect(file.isUnchanged)
  }

  @Test func aPipeIsReadLikeAFileOverManyBlocks() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let wide = String(repeating: "x", count: 5_000)
    let text =
      "conversation_id,timestamp,direction,text\n"
      + (1...500).map { "c,\($0),in,\($0) \(wide)\n" }.joined()
    DispatchQueue.global().async {
      let descriptor = open(path, O_WRONLY)
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count <= 0 { break }
        bytes = bytes.dropFirst(count)
      }
      close(descriptor)
    }
    let reading = HistoryReading(workers: 2)
    let file = try InputFile(path: path, name: "pipe")
    let read = try reading.read([PreparedInput(file, settings: reading.settings)])
    #expect(read.texts == (1...500).map { "\($0) \(wide)" })
  }
}
