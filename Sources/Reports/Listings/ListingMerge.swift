import MessageHistory

/// Goes over the entries of several runs in one order.
struct ListingMerge {
  private var cursors: [RunCursor] = []
  /// The runs that have an entry left, as a heap: each before those at twice its index and after.
  private var heap: [Node] = []

  private struct Node {
    let slice: UInt32
    let cursor: Int32
    /// The first bytes of the id after what all ids begin with decide nearly always.
    let distinction: UInt64
  }

  private let commonPrefix: Int

  /// Begins with the first entries of runs whose ids all have so many bytes in common at their
  /// start; of each run in a temporary file a window is held.
  init(
    _ runs: [ListingRun], commonPrefix: Int, window: Int
  ) throws(MessageHistoryError) {
    self.commonPrefix = commonPrefix
    for run in runs {
      if let cursor = try RunCursor(run, window: window) { cursors.append(cursor) }
    }
    heap = cursors.indices.map(node)
    for index in heap.indices.reversed() { siftDown(index) }
  }

  private func node(_ cursor: Int) -> Node {
    cursors[cursor].withBytes { bytes in
      let key = RunKey(bytes, at: cursors[cursor].start)
      return Node(
        slice: key.entry.slice, cursor: Int32(cursor),
        distinction: key.distinction(from: commonPrefix))
    }
  }

  /// Hands out the next entry, with bytes that hold it and where it begins in them; false where
  /// there is none.
  mutating func next(
    _ body: (UnsafeRawBufferPointer, Int) -> Void
  ) throws(MessageHistoryError) -> Bool {
    guard let top = heap.first else { return false }
    let cursor = Int(top.cursor)
    cursors[cursor].withBytes { body($0, cursors[cursor].start) }
    if try cursors[cursor].advance() {
      heap[0] = node(cursor)
    } else {
      let last = heap.removeLast()
      if heap.isEmpty { return true }
      heap[0] = last
    }
    siftDown(0)
    return true
  }

  private mutating func siftDown(_ index: Int) {
    var index = index
    let moved = heap[index]
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      guard precedes(heap[child], moved) else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = moved
  }

  private func precedes(_ left: Node, _ right: Node) -> Bool {
    if left.slice != right.slice { return left.slice < right.slice }
    if left.distinction != right.distinction { return left.distinction < right.distinction }
    let (first, second) = (Int(left.cursor), Int(right.cursor))
    return cursors[first].withBytes { leftBytes in
      cursors[second].withBytes { rightBytes in
        RunKey(leftBytes, at: cursors[first].start)
          .precedes(RunKey(rightBytes, at: cursors[second].start))
      }
    }
  }
}
