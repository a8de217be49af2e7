import Foundation
import MessageHistory
import TestSupport
import Testing

@testable import ReplymeterCommand

/// What a file becomes is the same whoever writes it.
struct PieceRelayTests {
  /// What was written, and by whom.
  private struct Written {
    var bytes: [UInt8] = []
    var threads: [pthread_t] = []
  }

  @Test func whoeverMakesPiecesWritesThemWhereNobodyHelps() throws {
    let written = Locked(Written())
    let relay = PieceRelay { piece in written.withLock { $0.bytes += piece } }
    for text in ["ab", "", "c"] { try Array(text.utf8).withUnsafeBytes { try relay.write($0) } }
    try relay.end()
    #expect(written.withLock { $0.bytes } == Array("abc".utf8))
    #expect(!relay.help())
  }

  /// Pieces of all lengths, the longest of which is handed over in parts.
  @Test func piecesAreWrittenInTheirOrderFromTheMomentOnAtWhichSomebodyHelps() throws {
    let written = Watched(Written())
    let relay = PieceRelay { piece in
      written.withLock {
        $0.bytes += piece
        $0.threads.append(pthread_self())
      }
    }
    var random = SeededGenerator(seed: 1)
    let pieces = (0..<40).map { _ in
      random.bytes(count: 1 << random.number(in: 0..<13), of: Array("abc".utf8))
    }
    let long = random.bytes(count: 3 << 20, of: Array("abc".utf8))
    let made = Locked([UInt8]())
    let helped = try withWorkers(2) { worker -> Bool in
      if worker == 1 { return relay.help() }
      // The first pieces may come before the help; it comes at some time.
      while Set(written.withLock { $0.threads }).subtracting([pthread_self()]).isEmpty {
        try pieces[0].withUnsafeBytes { try relay.write($0) }
        made.withLock { $0 += pieces[0] }
      }
      for piece in pieces + [long] {
        try piece.withUnsafeBytes { try relay.write($0) }
        made.withLock { $0 += piece }
      }
      try relay.end()
      return false
    }
    #expect(helped == [false, true])
    #expect(written.withLock { $0.bytes } == made.withLock { $0 })
    // Once handed over, the writing is not taken back.
    let threads = written.withLock { $0.threads }
    let first = threads.firstIndex { $0 != pthread_self() } ?? threads.endIndex
    #expect(threads[first...].allSatisfy { $0 == threads[first] })
  }

  /// What a helper cannot write ends the making.
  @Test func aFailureOfTheHelperIsThrownToWhoeverMakesThePieces() throws {
    let maker = pthread_self()
    let relay = PieceRelay { _ throws(RunError) in
      if pthread_self() != maker { throw RunError(.cannotWrite, "no room") }
    }
    let helped = withWorkers(2) { worker -> Bool in
      if worker == 1 { return relay.help() }
      #expect(throws: RunError.self) {
        while true { try [0x61].withUnsafeBytes { try relay.write($0) } }
      }
      #expect(throws: RunError.self) { try relay.end() }
      return false
    }
    #expect(helped == [false, true])
  }

  /// Several files at once, which others help with, and one whose maker fails meanwhile.
  @Test func filesAreTheSameWhoeverWritesThem() throws {
    let place = try TemporaryFolder()
    let folder = try OutputFolder(.replaced(path: place.path + "/report"))
    let pieces = (0..<300).map { Array("\($0);".utf8) + [UInt8](repeating: 0x61, count: $0) }
    let write: @Sendable (String, Bool) throws -> Void = { name, fails in
      try folder.stream(name) { write in
        for piece in pieces { try piece.withUnsafeBytes { try write($0) } }
        if fails { throw CancellationError() }
      }
    }
    let ends = folder.make(
      [("0.csv", false), ("no.csv", true), ("1.csv", false)].map { name, fails in
        { try write(name, fails) }
      }, workers: 5)
    #expect(throws: Never.self) { try ends[0].get() }
    #expect(throws: RunError.self) { try ends[1].get() }
    #expect(throws: Never.self) { try ends[2].get() }
    try folder.write("2.csv", Array(pieces.joined()))
    let written = folder.written.sorted { $0.name < $1.name }
    #expect(written.map(\.name) == ["0.csv", "1.csv", "2.csv"])
    #expect(Set(written.map(\.sha256)).count == 1)
    #expect(Set(written.map(\.size)) == [pieces.reduce(0) { $0 + $1.count }])
    #expect(try folder.publish() == [])
    let texts = try written.map { try place.text(of: "report/\($0.name)") }
    #expect(Set(texts).count == 1)
  }
}
