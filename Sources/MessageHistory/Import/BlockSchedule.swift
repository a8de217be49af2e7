import DelimitedText

/// What the workers of a `ChunkQueue` tell one another of its blocks.
struct BlockSchedule {
  /// Where a block's first byte stands.
  enum Surroundings {
    case outsideQuotes, insideQuotes
  }

  private var next = 0
  /// By block: where its first byte stands, if quoting is regular; nil until it is known.
  private var surroundings: [Surroundings?]
  /// By block: whether an odd number of quotes is in it; nil until they are counted.
  private var hasOddQuotes: [Bool?]
  /// By block: the byte of the input at which the first record at or after the block's first byte
  /// begins; nil until it is known.
  private var starts: [Int?]
  private(set) var digests: [BlockFingerprint.Digest]
  /// The failure of the first block, by number, that failed.
  private(set) var failure: (block: Int, error: MessageHistoryError)?
  private(set) var irregularQuoting = IrregularQuoting()

  /// - Parameters:
  ///   - blocks: the number of blocks of all inputs.
  ///   - beginnings: by input that has blocks, its first block and the byte of its first record.
  init(blocks: Int, beginnings: some Sequence<(block: Int, start: Int)>) {
    surroundings = Array(repeating: nil, count: blocks)
    hasOddQuotes = Array(repeating: nil, count: blocks)
    starts = Array(repeating: nil, count: blocks)
    digests = Array(repeating: BlockFingerprint.Digest(), count: blocks)
    for (block, start) in beginnings {
      surroundings[block] = .outsideQuotes
      starts[block] = start
    }
  }

  /// The next block to be worked on; nil where all are taken.
  ///
  /// - Throws: the failure of an earlier block.
  mutating func take() throws(MessageHistoryError) -> Int? {
    if let failure { throw failure.error }
    guard next < starts.count else { return nil }
    next += 1
    return next - 1
  }

  /// Ends the work on all blocks that are not taken yet.
  mutating func fail(_ block: Int, _ error: MessageHistoryError) {
    if let failure, failure.block <= block { return }
    failure = (block, error)
  }

  /// Notes what a block is like; the surroundings of those after it follow as far as they can.
  mutating func note(_ block: Int, quotes: Int, digest: BlockFingerprint.Digest) {
    digests[block] = digest
    hasOddQuotes[block] = quotes & 1 == 1
    var block = block
    while block + 1 < surroundings.count, surroundings[block + 1] == nil,
      let here = surroundings[block], let isOdd = hasOddQuotes[block]
    {
      surroundings[block + 1] =
        isOdd == (here == .outsideQuotes) ? .insideQuotes : .outsideQuotes
      block += 1
    }
  }

  /// Where a block's first byte stands, if quoting is regular; nil while it is not known.
  func surroundings(of block: Int) -> Surroundings? { surroundings[block] }

  /// Where the first record at or after the block's first byte begins; nil while it is not known.
  func start(of block: Int) -> Int? { starts[block] }

  /// Notes where the records of a block end, and so those of the next block of its input begin.
  mutating func finish(_ block: Int, end: Int, isLastOfInput: Bool, irregular: IrregularQuoting) {
    irregularQuoting += irregular
    if !isLastOfInput { starts[block + 1] = end }
  }
}
