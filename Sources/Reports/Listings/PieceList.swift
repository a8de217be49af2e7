/// Elements without references, in pieces of memory that stay where they are as more are added.
///
/// Elements are added to streams: those of one stream lie beside one another. Elements that are asked
/// for together lie together too; a piece that has no room for them is left as it is. So an element's
/// position is no count of those before it.
struct PieceList<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  // Nobody keeps a pointer beyond the owner's life, and the owner alone writes.

  /// Neighbouring elements.
  struct Piece: BitwiseCopyable {
    let start: UnsafeMutablePointer<Element>
    /// Behind the last one.
    fileprivate(set) var end: UnsafeMutablePointer<Element>
    /// Whether it is one of the pool's, and goes back to it.
    let isOfPool: Bool
  }

  /// Where a stream's next element goes.
  private struct Stream: BitwiseCopyable {
    var next = UnsafeMutablePointer<Element>(bitPattern: MemoryLayout<Element>.alignment)
      .unsafelyUnwrapped
    var limit = UnsafeMutablePointer<Element>(bitPattern: MemoryLayout<Element>.alignment)
      .unsafelyUnwrapped
    /// The position of `limit`.
    var end = 0
    /// The piece that is added to, of long elements the first of theirs; negative before there is one.
    var piece = -1
  }

  let pool: PiecePool
  /// The binary logarithm of the elements that a piece has room for.
  let shift: Int
  private var pieces = OwnedList<Piece>()
  private var streams: OwnedList<Stream>
  /// Elements that are longer than a piece have memory of their own, which counts as several pieces.
  private var long: [UnsafeMutableRawPointer] = []

  /// - Parameters:
  ///   - pool: gives the pieces. An element's size has to be a power of two.
  ///   - streamCount: how many streams there are.
  init(from pool: PiecePool, streams streamCount: Int = 1) {
    self.pool = pool
    shift = (pool.pieceSize / MemoryLayout<Element>.stride).trailingZeroBitCount
    assert(pool.pieceSize == MemoryLayout<Element>.stride << shift, "elements do not fill pieces")
    streams = OwnedList(capacity: streamCount)
    for _ in 0..<streamCount { streams.append(Stream()) }
  }

  deinit {
    pool.giveBack(
      pieces.all.lazy.filter { $0.isOfPool }.map { UnsafeMutableRawPointer($0.start) })
    for memory in long { memory.deallocate() }
  }

  var isEmpty: Bool { pieces.count == 0 }

  var streamCount: Int { streams.count }

  /// Bytes of all pieces.
  var byteCount: Int { pieces.count * pool.pieceSize }

  // MARK: Adding

  /// Makes room for so many more elements of a stream beside one another.
  ///
  /// - Returns: where the first of them goes.
  @inline(__always)
  mutating func reserve(_ count: Int, in stream: Int = 0) -> UnsafeMutablePointer<Element> {
    let cursor = streams.base + stream
    if cursor.pointee.limit - cursor.pointee.next < count { begin(stream, count) }
    return cursor.pointee.next
  }

  /// Takes over so many elements that were written where there was made room for them.
  ///
  /// - Returns: the position of the first of them.
  @inline(__always)
  @discardableResult
  mutating func add(_ count: Int, in stream: Int = 0) -> Int {
    let cursor = streams.base + stream
    let position = cursor.pointee.end &- (cursor.pointee.limit - cursor.pointee.next)
    cursor.pointee.next += count
    return position
  }

  /// Begins a piece that has room for so many elements.
  @inline(never)
  private mutating func begin(_ stream: Int, _ count: Int) {
    close(stream)
    let (piece, room) = (pieces.count, 1 << shift)
    let pieceCount = max((count + room - 1) / room, 1)
    let memory: UnsafeMutableRawPointer
    if pieceCount == 1 {
      memory = pool.take()
    } else {
      memory = .allocate(
        byteCount: pieceCount * pool.pieceSize, alignment: MemoryLayout<Element>.alignment)
      long.append(memory)
    }
    let start = memory.bindMemory(to: Element.self, capacity: pieceCount * room)
    for number in 0..<pieceCount {
      let place = start + number * room
      pieces.append(Piece(start: place, end: place, isOfPool: pieceCount == 1))
    }
    streams.base[stream] = Stream(
      next: start, limit: start + pieceCount * room, end: pieces.count << shift, piece: piece)
  }

  /// Makes all that was added a part of its piece for those who read.
  mutating func close() {
    for stream in 0..<streams.count { close(stream) }
  }

  private mutating func close(_ stream: Int) {
    let stream = streams.base[stream]
    if stream.piece >= 0 { pieces.base[stream.piece].end = stream.next }
  }

  // MARK: Reading

  /// All pieces, to be asked for once it is closed; those of long elements are empty but for the first.
  var all: UnsafeBufferPointer<Piece> { UnsafeBufferPointer(pieces.all) }

  /// The element at a position.
  @inline(__always)
  func element(at position: Int) -> UnsafeMutablePointer<Element> {
    pieces.base[position &>> shift].start + position & (1 &<< shift &- 1)
  }
}
