import TestSupport
import Testing

@testable import MessageHistory

/// Inputs that are packed: read as if they were not, or refused with the reason.
struct CompressedInputTests {
  private static let text = "conversation_id,timestamp,direction,text\nc,2,in,b\nc,1,in,a\n"
  private static let bytes = Array(text.utf8)
  private static let half = bytes.count / 2

  private func content(
    of bytes: [UInt8], limit: ExpansionLimit = ExpansionLimit()
  ) throws -> [UInt8] {
    let folder = try TestSupport.TemporaryFolder()
    let path = try folder.write(bytes, to: "in")
    let store = InputStore(folder: folder.path, descriptors: DescriptorPool(), limit: limit)
    let file = try InputFile(path: path, name: "in", store: store)
    // The copy has no name.
    #expect(try folder.names() == ["in"])
    return try file.wholeContent()
  }

  /// Forms of the same text.
  private static let forms: [(name: String, bytes: [UInt8])] = [
    ("one gzip member", bytes.gzipped()),
    ("two gzip members", Array(bytes[..<half]).gzipped() + Array(bytes[half...]).gzipped()),
    ("gzip with an empty member", [UInt8]().gzipped() + bytes.gzipped() + [UInt8]().gzipped()),
    ("gzip padded with zeros", bytes.gzipped() + [UInt8](repeating: 0, count: 1_000)),
    ("one zstd frame", bytes.zstandardised()),
    (
      "two zstd frames",
      Array(bytes[..<half]).zstandardised() + Array(bytes[half...]).zstandardised()
    ),
    (
      "zstd with frames to skip",
      [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 7, 7] + bytes.zstandardised()
    ),
    ("not packed", bytes),
  ]

  @Test(arguments: forms)
  func isReadAsIfItWereNotPacked(form: (name: String, bytes: [UInt8])) throws {
    #expect(try content(of: form.bytes) == Self.bytes)
  }

  @Test func theHistoryIsThatOfThePlainFile() throws {
    let plain = try HistoryReading().read([Self.bytes])
    for packed in [Self.bytes.gzipped(), Self.bytes.zstandardised()] {
      let read = try HistoryReading().read([packed])
      #expect(read.texts == ["a", "b"])
      #expect(
        read.history.fingerprints.map(\.hexadecimal)
          == plain.history.fingerprints.map(\.hexadecimal))
    }
  }

  @Test func theCompressionIsTold() throws {
    let folder = try TestSupport.TemporaryFolder()
    for (bytes, compression) in [
      (Self.bytes.gzipped(), Compression.gzip), (Self.bytes.zstandardised(), .zstd),
      (Self.bytes, nil),
    ] {
      let path = try folder.write(bytes, to: "in")
      #expect(try InputFile(path: path, name: "in").compression == compression)
    }
  }

  private func flaw(
    of bytes: [UInt8], limit: ExpansionLimit = ExpansionLimit()
  ) throws -> CompressionFlaw? {
    do {
      _ = try content(of: bytes, limit: limit)
      return nil
    } catch MessageHistoryError.compressed(path: "in", compression: _, let flaw) {
      return flaw
    }
  }

  @Test func anEndThatComesTooEarlyIsToldWhereverItIs() throws {
    for packed in [Self.bytes.gzipped(), Self.bytes.zstandardised()] {
      for count in 4..<packed.count {
        #expect(try flaw(of: Array(packed[..<count])) == .truncated, "\(count) bytes")
      }
    }
  }

  @Test func whatIsNoPartOfTheStreamIsDamage() throws {
    for packed in [Self.bytes.gzipped(), Self.bytes.zstandardised()] {
      for tail in ["more text, more text", "\u{0}\u{0}more"] {
        guard case .damaged(let byte) = try flaw(of: packed + Array(tail.utf8)) else {
          Issue.record("the tail was taken")
          continue
        }
        #expect((packed.count...packed.count + 4).contains(byte))
      }
    }
  }

  /// One changed byte is found by the checksum (gzip), or by the form of the data.
  @Test func aChangedByteNeverGivesOtherText() throws {
    var random = SeededGenerator(seed: 8878)
    var packed = Self.bytes.gzipped()
    for index in 10..<packed.count {
      let own = packed[index]
      packed[index] ^= UInt8(random.number(in: 1..<256))
      let found = try? content(of: packed)
      #expect(found == nil || found == Self.bytes, "byte \(index), \(random)")
      packed[index] = own
    }
  }

  @Test func randomBytesBehindAMagicNeverCrash() throws {
    var random = SeededGenerator(seed: 1952)
    for magic in [[0x1F, 0x8B, 0x08] as [UInt8], [0x28, 0xB5, 0x2F, 0xFD]] {
      for _ in 0..<200 {
        let tail = random.bytes(count: random.number(in: 1..<300), of: Array(0...255))
        _ = try? content(of: magic + tail)
      }
    }
  }

  /// Ten million zeros: about 1,000 for each packed byte as gzip, more as zstd.
  @Test func aBombIsStopped() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 10_000_000)
    let limit = ExpansionLimit(harmless: 2_000_000, greatestRate: 500)
    for packed in [zeros.gzipped(), zeros.zstandardised()] {
      guard case .expandsTooMuch(let read, let unpacked) = try flaw(of: packed, limit: limit) else {
        Issue.record("the bomb went off")
        continue
      }
      #expect(unpacked > 2_000_000 && unpacked < 3_000_000 && read <= packed.count)
      // What is small may grow as it likes.
      #expect(try flaw(of: packed, limit: ExpansionLimit(harmless: 20_000_000)) == nil)
    }
  }

  @Test func aFolderThatTakesNoCopyIsTold() throws {
    let folder = try TestSupport.TemporaryFolder()
    let path = try folder.write(Self.bytes.gzipped(), to: "in.gz")
    let nowhere = folder.path + "/none"
    #expect(throws: MessageHistoryError.cannotSpool(folder: nowhere, code: 2)) {
      try InputFile(path: path, name: "in.gz", store: InputStore(folder: nowhere))
    }
  }
}

extension InputFile {
  /// All bytes, as they are read.
  func wholeContent() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    let count = try bytes.withUnsafeMutableBytes { try read(into: $0, at: 0) }
    return Array(bytes[..<count])
  }
}
