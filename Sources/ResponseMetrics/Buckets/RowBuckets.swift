import CSystem
import MessageHistory

/// Rows of one worker in memory, those of neighbouring orders beside each other.
///
/// A bucket's rows lie in small blocks, so that growing copies nothing: a row is written once, and
/// there it stays. Unchecked, since one worker at a time adds rows, and once it is closed rows change
/// their places at most, by one worker for each bucket.
final class RowBuckets<Row: FixedRow>: @unchecked Sendable {
  typealias Piece = UnsafeMutableBufferPointer<Row>

  /// Where a bucket's next row goes, and where its newest block ends; nil before the first.
  private struct Cursor: BitwiseCopyable {
    var next: UnsafeMutablePointer<Row>?
    var end: UnsafeMutablePointer<Row>?
  }

  private let cursors: OwnedMemory<Cursor>
  private var supply: RowBlocks<Row>
  /// Of all buckets, in the order in which they were begun.
  private var blocks: [(bucket: Int, start: UnsafeMutablePointer<Row>)] = []
  private let mostBlocks: Int
  /// Once closed, the blocks with as much of them as has rows, bucket by bucket; and where those of
  /// each bucket begin.
  private var pieces: [Piece] = []
  private var firstPieces: [Int] = []

  /// - Parameters:
  ///   - buckets: how many there are.
  ///   - rows: how many there may be, about.
  ///   - pages: the memory.
  init(_ buckets: Int, forRows rows: Int, in pages: RecordPages) {
    cursors = OwnedMemory(repeating: Cursor(), count: buckets)
    supply = RowBlocks(forRows: rows, inBuckets: buckets, from: pages)
    mostBlocks = rows / supply.size
  }

  /// How many buckets there are.
  var bucketCount: Int { cursors.capacity }

  /// Adds rows as long as there is room.
  ///
  /// - Returns: how many of them.
  func append(contentsOf rows: UnsafeBufferPointer<Row>) -> Int {
    let (cursors, last) = (cursors.base, cursors.capacity &- 1)
    for index in 0..<rows.count {
      let bucket = min(Row.scale.bucket(of: rows[index].order), last)
      let cursor = cursors + bucket
      if cursor.pointee.next == cursor.pointee.end, !begin(bucket) { return index }
      let next = cursor.pointee.next.unsafelyUnwrapped
      next.initialize(to: rows[index])
      cursor.pointee.next = next + 1
      // Hundreds of rows go elsewhere before the next one comes here.
      csystem_prefetch_for_writing(UnsafeMutableRawPointer(next + 1) + 63)
    }
    return rows.count
  }

  /// Begins a block of a bucket; false where there may be no further one.
  @inline(never)
  private func begin(_ bucket: Int) -> Bool {
    guard blocks.count < mostBlocks else { return false }
    let block = supply.take()
    blocks.append((bucket, block))
    cursors.base[bucket] = Cursor(next: block, end: block + supply.size)
    return true
  }

  // MARK: Once all are there

  /// Makes the rows ready to be handed out.
  func close() {
    var counts = Array(repeating: 0, count: cursors.capacity + 1)
    for block in blocks { counts[block.bucket + 1] += 1 }
    for bucket in 1..<counts.count { counts[bucket] += counts[bucket - 1] }
    firstPieces = counts
    pieces = Array(repeating: Piece(start: nil, count: 0), count: blocks.count)
    for (bucket, start) in blocks {
      pieces[counts[bucket]] = Piece(start: start, count: supply.size)
      counts[bucket] += 1
    }
    for bucket in 0..<cursors.capacity where counts[bucket] > firstPieces[bucket] {
      // The newest block is the last.
      let newest = pieces[counts[bucket] - 1]
      guard let start = newest.baseAddress, let next = cursors.base[bucket].next else { continue }
      pieces[counts[bucket] - 1] = Piece(start: start, count: next - start)
    }
  }

  /// The rows of a bucket; to be asked for once it is closed.
  func pieces(of bucket: Int) -> ArraySlice<Piece> {
    pieces[firstPieces[bucket]..<firstPieces[bucket + 1]]
  }

  /// Lets go of all rows, and keeps the memory for others.
  func removeAll() {
    for block in blocks { supply.giveBack(block.start) }
    blocks.removeAll(keepingCapacity: true)
    pieces = []
    cursors.base.update(repeating: Cursor(), count: cursors.capacity)
  }
}
