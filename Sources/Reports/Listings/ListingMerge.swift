import MessageHistory

/// Goes over the entries of several runs in one order.
struct ListingMerge<Row: ListedRow>: ~Copyable {
  private var cursors: OwnedList<RunCursor>
  /// The runs that have an entry left, as a heap: each before those at twice its index and after.
  private var heap: OwnedList<MergeNode>
  /// Whether the first entry of the heap was handed out.
  private var isFirstTaken = false
  /// Of the cursors with the last numbers, one each.
  private var windows: [WindowOfRun] = []
  private let held: [HeldRun]
  /// Gives the memory of runs up behind the entries; nil where somebody will go over them again.
  private var release: PieceRelease?
  /// By slice, where its page and channel stand among all.
  private var ranks: OwnedList<UInt32>
  /// How many bytes all ids have in common at their start.
  private let commonPrefix: Int

  /// Begins with the first entries.
  ///
  /// - Parameters:
  ///   - runs: each in order.
  ///   - commonPrefix: how many bytes all ids have in common at their start.
  ///   - ranks: by slice, where its page and channel stand among all.
  ///   - window: so many bytes are held of each run in a temporary file.
  ///   - isLast: whether nobody will go over these runs again, so that they are given up.
  /// - Throws: `MessageHistoryError` where a temporary file cannot be read.
  init(
    _ runs: [ListingRun], commonPrefix: Int, ranks: [UInt32], window: Int, isLast: Bool
  ) throws(MessageHistoryError) {
    self.commonPrefix = commonPrefix
    self.ranks = OwnedList(capacity: ranks.count)
    for rank in ranks { self.ranks.append(rank) }
    var held: [HeldRun] = []
    cursors = OwnedList(capacity: runs.count)
    heap = OwnedList(capacity: runs.count)
    for case .held(let run) in runs {
      held.append(run)
      cursors.append(RunCursor(run))
    }
    self.held = held
    release = isLast ? held.first?.words.pool.makeRelease() : nil
    for case .spooled(let spool, let range) in runs {
      let filled = WindowOfRun(
        RunWindow(of: spool, range, size: window, isReadOnce: isLast))
      guard try filled.window.fill(Row.self) else { continue }
      windows.append(filled)
      cursors.append(RunCursor(filled.window))
    }
    for cursor in 0..<cursors.count { heap.append(node(cursor)) }
    for index in stride(from: heap.count / 2, through: 0, by: -1) { siftDown(index) }
  }

  @inline(__always)
  private func node(_ cursor: Int) -> MergeNode {
    let entry = RunEntry<Row>(at: cursors.base[cursor].entry)
    let rank = ranks.base[Int(entry.row.pointee.slice)]
    return MergeNode(
      key: UInt128(rank) << 64 | UInt128(entry.id.distinction(from: commonPrefix)), cursor: cursor)
  }

  /// The next entry, valid until the one after it is asked for; nil where there is none.
  mutating func next() throws(MessageHistoryError) -> RunEntry<Row>? {
    if isFirstTaken { try advance() }
    guard heap.count > 0 else { return nil }
    isFirstTaken = true
    return RunEntry(at: cursors.base[heap.base.pointee.cursor].entry)
  }

  @inline(__always)
  private mutating func advance() throws(MessageHistoryError) {
    guard heap.count > 0 else { return }
    let cursor = heap.base.pointee.cursor
    let left = cursors.base[cursor].advance(
      by: RunEntry<Row>(at: cursors.base[cursor].entry).byteCount)
    if let left { release?.add(left) }
    if cursors.base[cursor].isAtEnd, try !refill(cursor) {
      heap.base[0] = heap.base[heap.count - 1]
      heap.removeLast()
    } else {
      heap.base[0] = node(cursor)
    }
    siftDown(0)
  }

  /// Goes on to the next window of a run; false where the run is at its end.
  private mutating func refill(_ cursor: Int) throws(MessageHistoryError) -> Bool {
    guard cursor >= held.count else { return false }
    let filled = windows[cursor - held.count]
    guard try filled.window.fill(Row.self) else { return false }
    cursors.base[cursor] = RunCursor(filled.window)
    return true
  }

  @inline(__always)
  private func siftDown(_ index: Int) {
    let (nodes, count) = (heap.base, heap.count)
    guard index < count else { return }
    var index = index
    let moved = nodes[index]
    while true {
      var child = 2 * index + 1
      guard child < count else { break }
      // Added, not decided: which of two runs comes first cannot be foreseen.
      if child + 1 < count { child += precedes(nodes[child + 1], nodes[child]) ? 1 : 0 }
      guard precedes(nodes[child], moved) else { break }
      nodes[index] = nodes[child]
      index = child
    }
    nodes[index] = moved
  }

  @inline(__always)
  private func precedes(_ left: MergeNode, _ right: MergeNode) -> Bool {
    left.key == right.key ? precedesAlike(left.cursor, right.cursor) : left.key < right.key
  }

  @inline(never)
  private func precedesAlike(_ left: Int, _ right: Int) -> Bool {
    RunEntry<Row>(at: cursors.base[left].entry)
      .precedes(
        RunEntry<Row>(at: cursors.base[right].entry),
        sharingFirst: commonPrefix + RunKey.distinctionSize)
  }
}

// Not inside of the generic type: Swift 6.3 cannot compile that without optimisation.

/// A run that has an entry left, with what tells most entries apart.
struct MergeNode: BitwiseCopyable {
  /// Where page and channel stand among all, and the first bytes of the id after what all ids begin
  /// with, which decide nearly always: as one number, so that it is compared at once.
  let key: UInt128
  let cursor: Int
}

/// Holds a window among others.
private final class WindowOfRun {
  var window: RunWindow

  init(_ window: consuming RunWindow) { self.window = window }
}
