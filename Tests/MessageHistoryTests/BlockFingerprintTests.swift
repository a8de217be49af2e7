import TestSupport
import Testing

@testable import MessageHistory

struct BlockFingerprintTests {
  private func fingerprint(_ blocks: [[UInt8]]) -> String {
    var fingerprint = BlockFingerprint()
    for block in blocks { block.withUnsafeBytes { fingerprint.append($0) } }
    return fingerprint.hexadecimal
  }

  /// XXH3 of 128 bits over the hashes of the blocks, as the library's own functions give it.
  @Test(arguments: [
    ([], "99aa06d3014798d86001c324468d497f"),
    (["a"], "29d5ea74c083b930d18d60f8e2a50394"),
    (["a", "b"], "3bfe8429da7744aac85b1a9196fe3ac6"),
  ])
  func isTheHashOfTheBlocksHashes(blocks: [String], hexadecimal: String) {
    #expect(fingerprint(blocks.map { Array($0.utf8) }) == hexadecimal)
  }

  /// The same by the library compiled for the least of machines: registers change nothing.
  @Test(arguments: [
    (1_048_581, "4648cacf8683eff5d3c28fce82c49414"),
    (1_000, "87bcfd82c56ade08cbe01f18ed5a568b"),
    (241, "da27b3df0c8228102ab2747f5009e104"),
    (240, "ad01682671f5e4eb29a264bd52d04ae9"),
  ])
  func isTheSameWithTheWidestRegisters(count: Int, hexadecimal: String) {
    let block = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    #expect(fingerprint([block]) == hexadecimal)
  }

  /// Lengths around whole stripes and blocks of the hash, too.
  @Test(arguments: [0, 1, 240, 1_023, 1_024, 1_025, 1_088, 1_089, 2_048, 2_049, 10_000, 1_048_576])
  func countsABytesPlacesWhileItHashes(length: Int) {
    var random = SeededGenerator(seed: UInt64(length))
    let block = (0..<length).map { _ in UInt8.random(in: 0..<4, using: &random) }
    block.withUnsafeBytes { bytes in
      var alone = BlockFingerprint()
      alone.append(bytes)
      for byte: UInt8? in [nil, 0, 3, 4] {
        let found = BlockFingerprint.Digest.counting(byte, in: bytes)
        #expect(BlockFingerprint([found.digest]).hexadecimal == alone.hexadecimal)
        #expect(found.count == block.count(where: { $0 == byte }))
      }
    }
  }

  @Test func blocksCountInTheirOrder() {
    #expect(fingerprint([[1], [2]]) != fingerprint([[2], [1]]))
    #expect(fingerprint([[1], [2]]) != fingerprint([[1, 2]]))
  }

  @Test func anInputsFingerprintIsThatOfItsBlocksWhoeverReadsIt() throws {
    let head = Array("\u{FEFF}conversation_id,timestamp,direction,text\nc,1,in,".utf8)
    let bytes = head + Array(repeating: UInt8(ascii: "x"), count: BlockFingerprint.blockSize * 2)
    let blocks = stride(from: 0, to: bytes.count, by: BlockFingerprint.blockSize).map {
      Array(bytes[$0..<min($0 + BlockFingerprint.blockSize, bytes.count)])
    }
    var other = bytes
    other[other.count - 1] = UInt8(ascii: "y")
    for workers in 1...3 {
      let read = try HistoryReading(workers: workers).read([bytes, other, bytes])
      let found = read.history.fingerprints.map(\.hexadecimal)
      #expect(found[0] == fingerprint(blocks))
      #expect(found[2] == found[0])
      #expect(found[1] != found[0])
    }
  }

  @Test func anInputWithoutRowsHasAFingerprintToo() throws {
    let header = "conversation_id,timestamp,direction\n"
    let read = try readHistory(header, header + "\n")
    #expect(read.history.fingerprints[0].hexadecimal == fingerprint([Array(header.utf8)]))
    #expect(read.history.fingerprints[1].hexadecimal == fingerprint([Array((header + "\n").utf8)]))
  }
}
