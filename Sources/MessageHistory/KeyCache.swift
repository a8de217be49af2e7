/// A worker's own table from the bytes of a cell to the index that they stand for.
struct KeyCache {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
    var index: UInt32
  }

  private var entries: [Entry] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var bytes: [UInt8] = []
  private let hash: KeyedHash

  init(hash: KeyedHash) {
    self.hash = hash
  }

  /// The index of `cell`; `resolve` is asked once for each different one.
  mutating func index(
    of cell: UnsafeRawBufferPointer, resolve: (UnsafeRawBufferPointer) -> UInt32
  ) -> UInt32 {
    let cellHash = hash.hash64(cell, domain: 0)
    var slot = Int(truncatingIfNeeded: cellHash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == cellHash, matches(entry, cell) { return entry.index }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = resolve(cell)
    insert(cell, hash: cellHash, index: index)
    return index
  }

  private func matches(_ entry: Entry, _ cell: UnsafeRawBufferPointer) -> Bool {
    entry.count == cell.count
      && bytes.withUnsafeBytes { all in
        all[entry.start..<entry.start + entry.count].elementsEqual(cell)
      }
  }

  private mutating func insert(_ cell: UnsafeRawBufferPointer, hash: UInt64, index: UInt32) {
    entries.append(Entry(hash: hash, start: bytes.count, count: cell.count, index: index))
    bytes.append(contentsOf: cell)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for entry in entries.indices { place(entry) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ entry: Int) {
    var slot = Int(truncatingIfNeeded: entries[entry].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entry)
  }
}
