import MessageHistory

/// Rows on their way into buckets: some hundred are gathered before they are taken over together, few
/// enough to leave the cache to what the walk reads.
struct GatheredRows<Row: FixedRow>: ~Copyable, Sendable {
  private var memory = OwnedMemory<Row>(capacity: 512)
  private(set) var count = 0

  /// Makes room for so many more rows; those gathered so far go to `rows` where there is none.
  @inline(__always)
  mutating func reserve(_ further: Int, pouringInto rows: inout BucketedRows<Row>) {
    if count &+ further > memory.capacity { makeRoom(further, &rows) }
  }

  @inline(never)
  private mutating func makeRoom(_ further: Int, _ rows: inout BucketedRows<Row>) {
    pour(into: &rows)
    memory.reserve(further, keeping: 0)
  }

  /// Gathers a row, for which there has to be room.
  @inline(__always)
  mutating func append(_ row: Row) {
    assert(count < memory.capacity, "a conversation gives more rows than there is room for")
    memory.base[count] = row
    count &+= 1
  }

  /// Where a row stands, as long as no room is made.
  @inline(__always)
  func place(_ index: Int) -> UnsafeMutablePointer<Row> { memory.base + index }

  /// Keeps of the rows from an index on those that have to be kept.
  mutating func keep(from start: Int, where isKept: (Row) -> Bool) {
    var kept = start
    for index in start..<count where isKept(memory.base[index]) {
      memory.base[kept] = memory.base[index]
      kept += 1
    }
    count = kept
  }

  /// Hands over what is gathered.
  mutating func pour(into rows: inout BucketedRows<Row>) {
    rows.append(contentsOf: UnsafeBufferPointer(start: memory.base, count: count))
    count = 0
  }
}
