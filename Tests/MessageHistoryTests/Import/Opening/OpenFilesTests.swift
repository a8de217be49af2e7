import Foundation
import TestSupport
import Testing

@testable import MessageHistory

/// Files that are opened again when they are needed.
struct OpenFilesTests {
  private static let text = "conversation_id,timestamp,direction,text\nc,1,in,a\n"

  /// What happens to a file between its opening and its reading.
  private static let changes: [(name: String, change: @Sendable (String) throws -> Void)] = [
    ("it is gone", { try FileManager.default.removeItem(atPath: $0) }),
    (
      "another stands in its place",
      { path in
        try Data(text.utf8).write(to: URL(filePath: path + ".new"))
        guard rename(path + ".new", path) == 0 else { throw POSIXError(.EIO) }
      }
    ),
    (
      "it grew",
      { path in
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("c,2,in,b\n".utf8))
      }
    ),
    ("it shrank", { try #require(truncate($0, 45) == 0) }),
    (
      "a pipe stands in its place",
      { path in
        try FileManager.default.removeItem(atPath: path)
        try #require(mkfifo(path, 0o600) == 0)
      }
    ),
    (
      "a folder stands in its place",
      { path in
        try FileManager.default.removeItem(atPath: path)
        try #require(mkdir(path, 0o700) == 0)
      }
    ),
    (
      "its content changed and its time was set back",
      { path in
        var status = stat()
        try #require(stat(path, &status) == 0)
        // The clock of file times stands still for some milliseconds.
        usleep(20_000)
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.write(contentsOf: Data("C".utf8))
        try file.close()
        let times = [status.st_atim, status.st_mtim]
        try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
      }
    ),
  ]

  @Test(arguments: changes.indices)
  func aFileThatIsNotAsItWasIsRefused(change number: Int) throws {
    let change = Self.changes[number]
    // With no room for the descriptor, and with it still open.
    for capacity in [1, 8] {
      let folder = try TestSupport.TemporaryFolder()
      let store = InputStore(
        descriptors: DescriptorPool(capacity: capacity), limit: ExpansionLimit())
      let reading = HistoryReading()
      let inputs = try ["in.csv", "other.csv"].map { name in
        let file = try InputFile(
          path: folder.write(Self.text, to: name), name: name, store: store)
        return try PreparedInput(file, settings: reading.settings)
      }
      try change.change(folder.path + "/in.csv")
      #expect(throws: MessageHistoryError.changedWhileRead(path: "in.csv"), "\(change.name)") {
        try reading.history(of: inputs)
      }
    }
  }

  @Test func aFileThatChangesWhileItIsUnpackedIsRefused() throws {
    let folder = try TestSupport.TemporaryFolder()
    let path = try folder.write(Array(Self.text.utf8).gzipped(), to: "in.gz")
    let identity = try #require(FileIdentity(at: path))
    usleep(20_000)
    try folder.write(Array(Self.text.utf8).gzipped(), to: "in.gz")
    let descriptor = OpenDescriptor(open(path, O_RDONLY))
    let opening = InputOpening(name: "in.gz", encoding: nil, store: InputStore())
    #expect(throws: MessageHistoryError.changedWhileRead(path: "in.gz")) {
      try opening.open(descriptor, at: path, identity)
    }
  }

  /// Descriptors, in the order in which they are opened.
  @Test func thePoolKeepsWhatWasUsedLast() {
    let pool = DescriptorPool(capacity: 2)
    var openings = 0
    func use(_ file: Int) {
      _ = pool.descriptor(of: file) {
        openings += 1
        return OpenDescriptor(open("/dev/null", O_RDONLY))
      }
    }
    let files = (0..<3).map { _ in pool.add(OpenDescriptor(open("/dev/null", O_RDONLY))) }
    for file in files[1...] { use(file) }
    #expect(openings == 0)
    use(files[0])
    #expect(openings == 1)
    use(files[2])
    #expect(openings == 1)
    use(files[1])
    #expect(openings == 2)
  }

  @Test func manyInputsNeedFewDescriptors() throws {
    let folder = try TestSupport.TemporaryFolder()
    let store = InputStore(descriptors: DescriptorPool(capacity: 8), limit: ExpansionLimit())
    let reading = HistoryReading(workers: 2)
    let packings: [([UInt8]) -> [UInt8]] = [{ $0 }, { $0.gzipped() }, { $0.zstandardised() }]
    let own = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    let inputs = try (0..<300).map { number in
      let text = "conversation_id,timestamp,direction,text\nc,\(number),in,\(number)\n"
      let path = try folder.write(packings[number % 3](Array(text.utf8)), to: "\(number)")
      return try PreparedInput(
        InputFile(path: path, name: "\(number)", store: store), settings: reading.settings)
    }
    // Other tests run beside this one and open files, too.
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count < own + 150)
    #expect(try reading.read(inputs).texts == (0..<300).map(String.init))
  }
}
