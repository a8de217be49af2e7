import DelimitedText
import Synchronization

/// Hands out the inputs' records in chunks of about a mebibyte, to any number of workers.
///
/// Reading and scanning happen under one lock, decoding outside of it: so quotes are settled in
/// the order of the bytes, and a quoted line break at a chunk's edge cannot fool anybody. The lock
/// is held for about a third of the work; what it bounds lies beyond two gigabytes a second.
final class ChunkQueue: Sendable {
  private struct State {
    var input = 0
    var offset = 0
    /// The beginning of a record whose end has not been read yet, and where it stands.
    var carry: [UInt8] = []
    var irregularQuoting = IrregularQuoting()
    /// What ended the reading: every worker is told the same.
    var failure: MessageHistoryError?
    var fingerprints: [BlockFingerprint]
  }

  private let inputs: [PreparedInput]
  private let state: Mutex<State>

  /// Bytes; a record that is longer is taken for a sign of a wrong dialect.
  private let longestRecord: Int

  init(_ inputs: [PreparedInput], longestRecord: Int = 64 << 20) {
    self.inputs = inputs
    self.longestRecord = longestRecord
    state = Mutex(
      State(fingerprints: Array(repeating: BlockFingerprint(), count: inputs.count)))
  }

  /// Fills `chunk` with the next records; false where there are none any more.
  func next(_ chunk: inout Chunk) throws(MessageHistoryError) -> Bool {
    let result = state.withLock { state in
      if let failure = state.failure { return Result<Bool, MessageHistoryError>.failure(failure) }
      let result = Result { () throws(MessageHistoryError) in try next(&chunk, &state) }
      if case .failure(let failure) = result { state.failure = failure }
      return result
    }
    return try result.get()
  }

  /// A fingerprint of each input, complete once `next` has returned false.
  var fingerprints: [BlockFingerprint] { state.withLock { $0.fingerprints } }

  /// The irregular quotes in all inputs read so far.
  var irregularQuoting: IrregularQuoting { state.withLock { $0.irregularQuoting } }

  private func next(
    _ chunk: inout Chunk, _ state: inout State
  ) throws(MessageHistoryError) -> Bool {
    while state.input < inputs.count {
      let input = inputs[state.input]
      let filled = try fill(&chunk, from: input, &state)
      let isFinal = state.offset >= input.file.size
      let start = state.offset - filled
      let skipped = min(max(0, input.firstRow - start), filled)
      let text = UnsafeRawBufferPointer(rebasing: chunk.buffer[skipped..<filled])
      let scanner = RecordScanner(dialect: input.dialect)
      let result = scanner.scan(text, isFinal: isFinal, into: &chunk.index)
      state.irregularQuoting += result.irregularQuoting
      chunk.input = state.input
      chunk.offset = start + skipped
      chunk.drop(skipped)
      chunk.covered = result.coveredBytes
      if isFinal {
        try finish(input, &state)
      } else {
        try keep(text[(text.startIndex + result.coveredBytes)...], of: input, &state)
      }
      if result.coveredBytes > 0 { return true }
    }
    return false
  }

  /// Reads the next block behind the carried beginning of a record.
  private func fill(
    _ chunk: inout Chunk, from input: PreparedInput, _ state: inout State
  ) throws(MessageHistoryError) -> Int {
    let carried = state.carry.count
    chunk.reserve(carried + BlockFingerprint.blockSize, keeping: 0)
    chunk.buffer.copyBytes(from: state.carry)
    let block = UnsafeMutableRawBufferPointer(
      rebasing: chunk.buffer[carried..<carried + BlockFingerprint.blockSize])
    let count = try input.file.read(into: block, at: state.offset)
    let expected = min(BlockFingerprint.blockSize, max(0, input.file.size - state.offset))
    guard count == expected else { throw .changedWhileRead(path: input.file.name) }
    if count > 0 {
      state.fingerprints[state.input].append(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
    state.offset += count
    return carried + count
  }

  private func keep(
    _ rest: Slice<UnsafeRawBufferPointer>, of input: PreparedInput, _ state: inout State
  ) throws(MessageHistoryError) {
    guard rest.count <= longestRecord else {
      throw .recordTooLong(
        path: input.file.name, byte: state.offset - rest.count, limit: longestRecord)
    }
    state.carry = Array(rest)
  }

  private func finish(_ input: PreparedInput, _ state: inout State) throws(MessageHistoryError) {
    guard input.file.isUnchanged else { throw .changedWhileRead(path: input.file.name) }
    state.input += 1
    state.offset = 0
    state.carry = []
  }
}
