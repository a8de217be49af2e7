import Foundation
import TestSupport
import Testing

@testable import ReplymeterCommand

/// What a run leaves on disk; the refusals are tested end to end.
struct OutputFolderFilesTests {
  private static func manifest(_ folder: OutputFolder) throws {
    let manifest = Manifest(
      version: "1", settings: [("a", nil)], inputs: [], sideFiles: [], outputs: folder.written)
    try folder.write(Manifest.fileName, manifest.render())
  }

  @Test func nothingIsThereUntilAllIsPublished() throws {
    let place = try TemporaryFolder()
    do {
      let folder = try OutputFolder(.replaced(path: place.path + "/report"))
      try folder.write("a.csv", Array("abc".utf8))
      #expect(try !place.names().contains("report"))
      try Self.manifest(folder)
      #expect(try folder.publish() == [])
    }
    #expect(try place.names() == ["report"])
    #expect(try place.text(of: "report/a.csv") == "abc")
  }

  @Test func aRunThatIsGivenUpLeavesNothing() throws {
    let place = try TemporaryFolder()
    do {
      let folder = try OutputFolder(.replaced(path: place.path + "/report"))
      try folder.write("a.csv", Array("abc".utf8))
    }
    #expect(try place.names() == [])
  }

  @Test func aRunThatIsGivenUpLeavesThePreviousReport() throws {
    let place = try TemporaryFolder()
    for text in ["first", "second"] {
      let folder = try OutputFolder(.replaced(path: place.path + "/report"))
      try folder.write("a.csv", Array(text.utf8))
      try Self.manifest(folder)
      if text == "first" { #expect(try folder.publish() == []) }
    }
    #expect(try place.names() == ["report"])
    #expect(try place.text(of: "report/a.csv") == "first")
  }

  /// A long file asks for room ahead.
  @Test func aFileTakesNoMoreRoomThanItNeeds() throws {
    let place = try TemporaryFolder()
    let folder = try OutputFolder(.replaced(path: place.path + "/report"))
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    try folder.stream("a.csv") { write in
      for _ in 0..<37 { try piece.withUnsafeBytes { try write($0) } }
    }
    #expect(folder.written.map(\.size) == [37 << 20])
    #expect(try folder.publish() == [])
    var status = stat()
    #expect(stat(place.path + "/report/a.csv", &status) == 0)
    #expect(status.st_size == 37 << 20)
    #expect(Int(status.st_blocks) * 512 <= 38 << 20)
  }

  @Test func keepsCountOfWhatItWrote() throws {
    let place = try TemporaryFolder()
    let folder = try OutputFolder(.replaced(path: place.path + "/report"))
    try folder.stream("a.csv") { write in
      try Array("a".utf8).withUnsafeBytes { try write($0) }
      try Array("bc".utf8).withUnsafeBytes { try write($0) }
    }
    let expected = OutputFolder.Output(
      name: "a.csv", size: 3,
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(folder.written == [expected])
  }

  @Test func filesStandByTheirOrdinalsInWhateverOrderTheyAreWritten() throws {
    let place = try TemporaryFolder()
    let folder = try OutputFolder(.replaced(path: place.path + "/report"))
    try folder.write("last", [])
    for (name, ordinal) in [("third", 3), ("first", 1), ("fourth", 3), ("second", 2)] {
      try folder.stream([StreamedFile(name: name, ordinal: ordinal) { _ in }], workers: 1)
    }
    #expect(folder.written.map(\.name) == ["first", "second", "third", "fourth", "last"])
  }

  @Test func aPrivateFileIsItsOwnersAlone() throws {
    let place = try TemporaryFolder()
    let folder = try OutputFolder(.replaced(path: place.path + "/report"))
    try folder.stream("a.csv", isPrivate: true) { write in
      try [UInt8(ascii: "a")].withUnsafeBytes { try write($0) }
    }
    try Self.manifest(folder)
    #expect(try folder.publish() == [])
    let attributes = try FileManager.default.attributesOfItem(
      atPath: place.path + "/report/a.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func twoHoldersOfOneFolderAreOneTooMany() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/report"
    let first = try OutputFolder(.replaced(path: path))
    let error = try #require(throws: RunError.self) {
      _ = try OutputFolder(.replaced(path: path + "/"))
    }
    #expect(error.status == .temporaryFailure)
    try first.write("a.csv", [])
  }

  @Test func whatFailsWhileItWritesIsTold() throws {
    let place = try TemporaryFolder()
    let folder = try OutputFolder(.replaced(path: place.path + "/report"))
    try folder.write("a.csv", [])
    let error = try #require(throws: RunError.self) { try folder.write("a.csv", []) }
    #expect(error.status == .cannotWrite)
    #expect(
      error.message.hasSuffix("a.csv: error: cannot be made (File exists); nothing was replaced"))
  }
}
