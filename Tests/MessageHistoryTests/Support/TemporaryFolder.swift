import Foundation

/// A folder for the files of one test, which goes with the tests.
///
/// It outlives the test: rows are fetched again from files that are opened when they are needed.
struct TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let folder = URL(filePath: Self.parent).appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  /// All folders of this run of the tests, removed at its end.
  private static let parent: String = {
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.parent) }
    return FileManager.default.temporaryDirectory.appending(
      path: "replymeter-tests-\(UUID().uuidString)"
    ).path(percentEncoded: false)
  }()

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Appends to a file that is there.
  func append(_ text: String, to name: String) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: path + "/" + name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }
}
