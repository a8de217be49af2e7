import DelimitedText
import Glibc

/// Hands out the inputs' records in chunks of about a mebibyte, to any number of workers.
///
/// Each worker reads and scans a block of its own. Where a block's first record begins follows
/// from whether an odd number of quotes stands before it, which is counted while the bytes lie in
/// the cache anyway. As one stray quote can make that wrong, a block is handed out only when the
/// worker of the block before has said where its last record ends, and scanned again where the
/// guess was wrong. So a quoted line break at a block's edge cannot fool anybody, and still the
/// workers read and scan at the same time; what they share is a few words a mebibyte.
final class ChunkQueue: Sendable {
  private let inputs: PreparedInputs
  /// By input, the number of its first block; last, the number of all blocks.
  private let firstBlocks: [Int]
  private let schedule: Locked<BlockSchedule>
  /// Bytes; a record that is longer is taken for a sign of a wrong dialect.
  private let longestRecord: Int

  /// Nil where the system's cache is left alone.
  private let relief: CacheRelief?

  /// Bytes of a block; fingerprints are of blocks of the usual size only.
  private let blockSize: Int

  /// How far beyond a block a worker reads at first, for the end of the block's last record.
  static let usualTail = 16 << 10
  /// How far before a block a worker reads: the byte before it tells whether its first byte begins a
  /// record, and the system copies a tenth faster where a line of the cache becomes a line.
  private static let head = 64
  /// How many blocks before its turn a block is fetched that has left the system's cache.
  private static let blocksAhead = 8

  init(
    _ inputs: PreparedInputs, longestRecord: Int = 64 << 20,
    blockSize: Int = BlockFingerprint.blockSize, relief: CacheRelief? = nil
  ) {
    self.inputs = inputs
    self.relief = relief
    self.longestRecord = longestRecord
    self.blockSize = blockSize
    var firstBlocks = [0]
    for input in inputs {
      let blocks = (input.file.size + blockSize - 1) / blockSize
      firstBlocks.append(firstBlocks[firstBlocks.count - 1] + blocks)
    }
    let beginnings = inputs.indices.lazy
      .filter { firstBlocks[$0] < firstBlocks[$0 + 1] }
      .map { (block: firstBlocks[$0], start: inputs[$0].firstRow) }
    schedule = Locked(
      BlockSchedule(blocks: firstBlocks[firstBlocks.count - 1], beginnings: beginnings))
    self.firstBlocks = firstBlocks
  }

  /// Fills `chunk` with the next records; false where there are none any more.
  ///
  /// - Throws: `MessageHistoryError`; what several blocks throw is settled by `failure` once all
  ///   workers have ended.
  func next(_ chunk: inout Chunk) throws(MessageHistoryError) -> Bool {
    while let number = try taken() {
      let block = block(number, hint: chunk.input)
      do throws(MessageHistoryError) {
        if try fill(&chunk, from: block) { return true }
      } catch {
        schedule.withLock { $0.fail(number, error) }
        throw error
      }
    }
    return false
  }

  /// Ends the work of all workers, since what was read cannot be kept.
  ///
  /// A failure of a block takes precedence.
  func giveUp(_ error: MessageHistoryError) {
    schedule.withLock { $0.fail(.max, error) }
  }

  /// The failure of the first block, in the order of the bytes, that failed.
  var failure: MessageHistoryError? { schedule.withLock { $0.failure?.error } }

  /// A fingerprint of each input, complete once `next` has returned false.
  var fingerprints: [BlockFingerprint] {
    let digests = schedule.withLock { $0.digests }
    return inputs.indices.map { BlockFingerprint(digests[firstBlocks[$0]..<firstBlocks[$0 + 1]]) }
  }

  /// The irregular quotes in all inputs read so far.
  var irregularQuoting: IrregularQuoting { schedule.withLock { $0.irregularQuoting } }

  // MARK: Blocks

  /// A mebibyte of an input; the last one is shorter.
  private struct Block {
    var number: Int
    var input: Int
    /// The bytes of the input, half-open.
    var bytes: Range<Int>
    var isLast: Bool
  }

  private func taken() throws(MessageHistoryError) -> Int? {
    let result = schedule.withLock { schedule in
      Result { () throws(MessageHistoryError) in try schedule.take() }
    }
    return try result.get()
  }

  /// The block of a number; the search begins at `hint`, an input likely not far before the
  /// block's.
  private func block(_ number: Int, hint: Int) -> Block {
    var input = firstBlocks[hint] <= number ? hint : 0
    while firstBlocks[input + 1] <= number { input += 1 }
    let start = (number - firstBlocks[input]) * blockSize
    let size = inputs[input].file.size
    let end = min(size, start + blockSize)
    return Block(number: number, input: input, bytes: start..<end, isLast: end == size)
  }

  /// Reads and scans a block; false where no record begins in it.
  private func fill(
    _ chunk: inout Chunk, from block: Block
  ) throws(MessageHistoryError) -> Bool {
    let input = inputs[block.input]
    let tail = min(blockSize, Self.usualTail)
    let end = min(input.file.size, block.bytes.upperBound + tail)
    var window = max(0, block.bytes.lowerBound - Self.head)..<end
    try read(window, of: input, into: &chunk, at: 0)
    if let relief { relieveCache(block, input, relief) }
    note(block, input, chunk, window)

    var scanned: (start: Int, result: ScanResult)?
    if let guess = try guessedStart(of: block, input, chunk, window),
      let result = try scan(block, input, from: guess, &window, into: &chunk)
    {
      scanned = (guess, result)
    }
    let start = try wait(for: block) { $0.start(of: block.number) }
    if start >= block.bytes.upperBound {
      finish(block, end: start, irregular: IrregularQuoting())
      return false
    }
    if scanned?.start != start {
      scanned = try scan(block, input, from: start, &window, into: &chunk).map { (start, $0) }
    }
    guard let result = scanned?.result else {
      let record = start + chunk.index.coveredBytes
      throw .recordTooLong(
        path: input.file.name, byte: record, limit: longestRecord,
        missing: MissingEnd(
          of: chunk.bytes(record..<window.upperBound, of: window), dialect: input.dialect))
    }
    finish(block, end: start + result.coveredBytes, irregular: result.irregularQuoting)
    chunk.input = block.input
    chunk.offset = start
    chunk.range = start - window.lowerBound..<start - window.lowerBound + result.coveredBytes
    return true
  }

  private func finish(_ block: Block, end: Int, irregular: IrregularQuoting) {
    schedule.withLock {
      $0.finish(block.number, end: end, isLastOfInput: block.isLast, irregular: irregular)
    }
  }

  /// Waits for what the worker of an earlier block has to say.
  private func wait<Answer>(
    for block: Block, _ answer: (borrowing BlockSchedule) -> Answer?
  ) throws(MessageHistoryError) -> Answer {
    var attempts = 0
    while true {
      let (answer, failure) = schedule.withLock { (answer($0), $0.failure) }
      if let answer { return answer }
      if let failure, failure.block < block.number { throw failure.error }
      attempts += 1
      if attempts < 100 { sched_yield() } else { usleep(100) }
    }
  }

  // MARK: Bytes

  private func read(
    _ range: Range<Int>, of input: PreparedInput, into chunk: inout Chunk, at position: Int
  ) throws(MessageHistoryError) {
    chunk.reserve(position + range.count, keeping: position)
    let room = UnsafeMutableRawBufferPointer(
      rebasing: chunk.buffer[position..<position + range.count])
    guard try input.file.read(into: room, at: range.lowerBound) == range.count else {
      throw .changedWhileRead(path: input.file.name)
    }
  }

  /// Has blocks leave the system's cache that were read, and another one fetched.
  private func relieveCache(_ block: Block, _ input: PreparedInput, _ relief: CacheRelief) {
    let ahead = block.bytes.lowerBound + Self.blocksAhead * blockSize
    if ahead < input.file.size { input.file.fetchAhead([ahead], count: blockSize) }
    let group = CacheRelief.blocksTogether * blockSize
    let (number, rest) = block.bytes.lowerBound.quotientAndRemainder(dividingBy: group)
    // By then no worker is at the group before.
    let left = (firstBlocks[firstBlocks.count - 1] - block.number) * blockSize
    guard rest == group / 2, number > 0, relief.drops(number - 1, ofSize: group, left: left)
    else { return }
    input.file.dropCached((number - 1) * group..<number * group)
  }

  /// Notes the fingerprint and the quotes of a block's own bytes.
  private func note(
    _ block: Block, _ input: PreparedInput, _ chunk: borrowing Chunk, _ window: Range<Int>
  ) {
    let own = chunk.bytes(block.bytes, of: window)
    let (digest, quotes) = BlockFingerprint.Digest.counting(input.dialect.quote, in: own)
    // Those of lines before the first row.
    let further = own.prefix(max(0, input.firstRow - block.bytes.lowerBound))
    let others = further.count(where: { $0 == input.dialect.quote })
    schedule.withLock { $0.note(block.number, quotes: quotes - others, digest: digest) }
  }

  /// Where the block's first record begins if quoting is regular; nil where that cannot be told,
  /// or no record begins in the block.
  private func guessedStart(
    of block: Block, _ input: PreparedInput, _ chunk: borrowing Chunk, _ window: Range<Int>
  ) throws(MessageHistoryError) -> Int? {
    if block.bytes.lowerBound <= input.firstRow {
      return block.bytes.contains(input.firstRow) ? input.firstRow : nil
    }
    guard let lineEnd = RecordScanner(dialect: input.dialect).parityLineEnd else { return nil }
    var isInside =
      try wait(for: block) { $0.surroundings(of: block.number) } == .insideQuotes
    let before = block.bytes.lowerBound - 1
    let bytes = chunk.bytes(before..<block.bytes.upperBound, of: window)
    if bytes.first == input.dialect.quote { isInside.toggle() }
    for (position, byte) in bytes.enumerated() {
      if byte == input.dialect.quote {
        isInside.toggle()
      } else if byte == lineEnd, !isInside {
        let start = before + position + 1
        return start < block.bytes.upperBound ? start : nil
      }
    }
    return nil
  }

  /// Scans the records that begin in a block from `start` on, reading on as far as the last one
  /// reaches; nil where that is too far.
  private func scan(
    _ block: Block, _ input: PreparedInput, from start: Int, _ window: inout Range<Int>,
    into chunk: inout Chunk
  ) throws(MessageHistoryError) -> ScanResult? {
    let scanner = RecordScanner(dialect: input.dialect)
    while true {
      let result = scanner.scan(
        chunk.bytes(start..<window.upperBound, of: window),
        recordsBefore: block.bytes.upperBound - start,
        isFinal: window.upperBound == input.file.size, into: &chunk.index)
      let end = start + result.coveredBytes
      if end >= block.bytes.upperBound { return result }
      guard window.upperBound - end <= longestRecord else { return nil }
      let further = min(input.file.size, window.upperBound + max(blockSize, window.count))
      try read(window.upperBound..<further, of: input, into: &chunk, at: window.count)
      window = window.lowerBound..<further
    }
  }
}
