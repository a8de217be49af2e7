import DelimitedText
import Glibc
import Testing

/// The fast scanner is held to the plain one, entry by entry.
struct RecordScannerTests {
  static let kernels = ScanKernel.supported
  static let dialects = [
    Dialect(), Dialect(quote: nil), Dialect(lineEnd: .cr), Dialect(lineEnd: .any),
    Dialect(escape: .backslash),
  ]
  /// How much longer than usual to try: `REPLYMETER_TEST_ROUNDS`, from 1.
  ///
  /// 100 make millions of inputs.
  static let rounds = getenv("REPLYMETER_TEST_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1
  static let alphabet = Array(",\"\r\na".utf8)

  /// Whether both scanners note the same, in chunks of so many bytes; says so where not.
  func agrees(
    _ input: [UInt8], chunk: Int? = nil, plain: PlainScanner, fast: RecordScanner, note: String
  ) -> Bool {
    let expected = scan(input) { plain.scan($0, isFinal: $1, into: &$2) }
    let found = scan(input, chunk: chunk) { fast.scan($0, isFinal: $1, into: &$2) }
    if found == expected { return true }
    Issue.record(
      "\(note): \(String(decoding: input, as: UTF8.self).debugDescription) in chunks of \(chunk ?? input.count): found \(found), expected \(expected)"
    )
    return false
  }

  @Test(arguments: kernels)
  func agreesWithThePlainScannerOnEveryShortInput(kernel: ScanKernel) {
    let plain = PlainScanner()
    let fast = RecordScanner(kernel: kernel)
    let longest = Self.rounds == 1 ? 5 : 8
    for length in 0...longest {
      var digits = [Int](repeating: 0, count: length)
      while true {
        let input = digits.map { Self.alphabet[$0] }
        guard agrees(input, plain: plain, fast: fast, note: "\(kernel)") else { return }
        guard let place = digits.lastIndex(where: { $0 + 1 < Self.alphabet.count }) else { break }
        digits[place] += 1
        for later in digits.indices where later > place { digits[later] = 0 }
      }
    }
  }

  @Test(arguments: kernels, dialects)
  func agreesWithThePlainScannerAroundBlockBorders(kernel: ScanKernel, dialect: Dialect) {
    let seed: UInt64 = 64
    var random = SeededGenerator(seed: seed)
    let plain = PlainScanner(dialect: dialect)
    let fast = RecordScanner(dialect: dialect, kernel: kernel)
    for round in 0..<2_000 * Self.rounds {
      // Regular text up to near the border of a block, so that the odd bytes lie across it.
      let lead = Int.random(in: 50...66, using: &random) + 64 * (round % 3)
      let isQuoted = round % 2 == 0
      var input = isQuoted ? [Byte.quote] : []
      input += [UInt8](repeating: UInt8(ascii: "x"), count: lead)
      input += random.bytes(
        count: Int.random(in: 0...80, using: &random), of: Self.alphabet + [Byte.backslash])
      guard
        agrees(input, plain: plain, fast: fast, note: "\(kernel), seed \(seed), round \(round)")
      else { return }
    }
  }

  @Test(arguments: kernels, dialects)
  func agreesWithThePlainScannerInEveryChunking(kernel: ScanKernel, dialect: Dialect) {
    let seed: UInt64 = 4_180
    var random = SeededGenerator(seed: seed)
    let plain = PlainScanner(dialect: dialect)
    let fast = RecordScanner(dialect: dialect, kernel: kernel)
    for round in 0..<20 * Self.rounds {
      let count = Int.random(in: 1...90, using: &random)
      let input = random.bytes(count: count, of: Self.alphabet + Array("abcd".utf8))
      let note = "\(kernel), seed \(seed), round \(round)"
      for chunk in 1...count {
        guard agrees(input, chunk: chunk, plain: plain, fast: fast, note: note) else { return }
        let slow = scan(input, chunk: chunk) { plain.scan($0, isFinal: $1, into: &$2) }
        guard slow == scan(input, by: { plain.scan($0, isFinal: $1, into: &$2) }) else {
          Issue.record("\(note): the plain scanner depends on chunks of \(chunk): \(input)")
          return
        }
      }
    }
  }

  @Test(arguments: kernels)
  func agreesWithThePlainScannerOnLongTextWithFewOddQuotes(kernel: ScanKernel) {
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "plain,text,here\n", "\"quoted, text\",\"with \"\"quotes\"\" inside\"\r\n",
      "\"two\nlines\",,\n", "a,5\" pipe\n", "\"stray\" text,b\n", ",,,,,,,,,,,,,,,,\n", "\r\n",
    ]
    let plain = PlainScanner()
    let fast = RecordScanner(kernel: kernel)
    for round in 0..<10 * Self.rounds {
      var input: [UInt8] = []
      for _ in 0..<200 {
        input += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
      }
      for chunk in [nil, 63, 64, 65, 1_000] {
        guard
          agrees(
            input, chunk: chunk, plain: plain, fast: fast,
            note: "\(kernel), seed \(seed), round \(round)")
        else { return }
      }
    }
  }

  /// Blocks are looked at eight and more at a time: odd bytes lie across the borders of those.
  @Test(arguments: kernels, dialects)
  func agreesWithThePlainScannerAroundManyBlocks(kernel: ScanKernel, dialect: Dialect) {
    let seed: UInt64 = 512
    var random = SeededGenerator(seed: seed)
    let plain = PlainScanner(dialect: dialect)
    let fast = RecordScanner(dialect: dialect, kernel: kernel)
    let line = Array("\"a, b\",c,\"d \"\"e\"\"\nf\",\"\"\r\n".utf8)
    for round in 0..<300 * Self.rounds {
      var input: [UInt8] = []
      let border = 512 * (1 + round % 20)
      while input.count < border - 80 { input += line }
      let isQuoted = round % 2 == 0
      input += isQuoted ? [Byte.quote] : []
      let lead = border - input.count - Int.random(in: 0...8, using: &random)
      input += [UInt8](repeating: UInt8(ascii: "x"), count: lead)
      input += random.bytes(
        count: Int.random(in: 0...16, using: &random), of: Self.alphabet + [Byte.backslash])
      input += isQuoted ? [Byte.quote] : []
      for _ in 0..<round % 7 * 5 { input += [Byte.carriageReturn, Byte.lineFeed] + line }
      let chunk = round % 3 == 0 ? border : nil
      guard
        agrees(
          input, chunk: chunk, plain: plain, fast: fast,
          note: "\(kernel), seed \(seed), round \(round)")
      else { return }
    }
  }

  /// What was seen to be ASCII is, and where nothing else is, kernels that look see it.
  @Test(arguments: kernels)
  func saysWhatIsASCII(kernel: ScanKernel) {
    let scanner = RecordScanner(kernel: kernel)
    for (count, odd) in [(10, 3), (64, 63), (512, 0), (700, 699), (9_000, 4_500), (9_000, 8_999)] {
      var input = [UInt8](repeating: UInt8(ascii: "x"), count: count)
      var index = FieldIndex()
      _ = input.withUnsafeBytes { scanner.scan($0, isFinal: true, into: &index) }
      #expect(index.asciiPrefix == (kernel == .avx512 ? count : 0), "\(count)")
      input[odd] = 0xC3
      _ = input.withUnsafeBytes { scanner.scan($0, isFinal: true, into: &index) }
      #expect(index.asciiPrefix <= odd, "\(count)")
    }
    var index = FieldIndex()
    let irregular = Array("a,b\nc,5\" é\nd,e\n".utf8)
    _ = irregular.withUnsafeBytes { scanner.scan($0, isFinal: true, into: &index) }
    #expect(index.asciiPrefix <= 10)
  }

  @Test func growsTheIndexWhereEveryByteIsAField() {
    let input = [UInt8](repeating: Byte.comma, count: 100_000)
    var index = FieldIndex(capacity: 0)
    let result = input.withUnsafeBytes {
      RecordScanner().scan($0, isFinal: true, into: &index)
    }
    #expect(result.coveredBytes == 100_000)
    #expect(index.count == 100_001)
    #expect(index.recordCount == 1)
  }

  @Test func resumesFastScanningAfterAnIrregularRecord() {
    let input = "a,5\" pipe\n\"b\",\"c\nd\"\n\"e\"x\nf,g"
    var index = FieldIndex()
    let result = withBytes(input) { RecordScanner().scan($0, isFinal: true, into: &index) }
    #expect(result.coveredBytes == input.utf8.count)
    #expect(index.recordCount == 4)
    #expect(
      result.irregularQuoting == IrregularQuoting(quotesInText: 1, textAfterQuotes: 1))
  }

  @Test func theBestKernelIsOneThatTheMachineHas() {
    #expect(Self.kernels.contains(.best))
    #expect(Self.kernels.contains(.scalar))
  }

  /// More fields in a block of 64 bytes than are written at a time.
  @Test(arguments: kernels, [1, 2, 3, 4, 15, 16, 17, 32, 33, 48, 49, 63, 64])
  func agreesWithThePlainScannerOnSoManyFieldsABlock(kernel: ScanKernel, fields: Int) {
    var input = [UInt8](repeating: UInt8(ascii: "x"), count: 64)
    for field in 0..<fields { input[field * 64 / fields] = Byte.comma }
    input[63] = Byte.lineFeed
    _ = agrees(
      input + input, plain: PlainScanner(), fast: RecordScanner(kernel: kernel), note: "\(kernel)")
  }

  @Test(arguments: kernels, [0, 7, 8, 63, 64, 65, 128, 200])
  func findsTheFirstByteThatIsNoUTF8(kernel: ScanKernel, place: Int) {
    let text = Array("é".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 198)
    let prefixes = [text, Array(text[..<place]) + [0xFF] + text].map { bytes in
      bytes.withUnsafeBytes { $0.utf8Prefix(by: kernel) }
    }
    #expect(prefixes == [200, place])
  }

  @Test(arguments: kernels)
  func countsBytes(kernel: ScanKernel) {
    let seed: UInt64 = 9
    var random = SeededGenerator(seed: seed)
    for count in [0, 1, 63, 64, 65, 1_000] {
      let input = random.bytes(count: count, of: Self.alphabet)
      let expected = input.filter { $0 == Byte.lineFeed }.count
      let found = input.withUnsafeBytes { kernel.count(of: Byte.lineFeed, in: $0) }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
