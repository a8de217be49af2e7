import CSystem

/// Packs some records of one partition after the other.
struct RecordPacker: ~Copyable {
  /// What the rows of a conversation have in common.
  private struct Head: BitwiseCopyable {
    var conversation: UInt64
    var contact: UInt64
    var tail: UInt8

    @inline(__always)
    init(_ record: MessageRecord) {
      conversation = record.conversation
      contact = record.contact
      tail = record.conversationTail
    }

    /// In one comparison, as two of one place are nearly always one.
    @inline(__always)
    func isSame(as other: Head) -> Bool {
      (conversation ^ other.conversation) | (contact ^ other.contact) | UInt64(tail ^ other.tail)
        == 0
    }
  }

  private var bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// There is room for as many heads as for rows, each of which may be one.
  private var heads = UnsafeMutableBufferPointer<Head>(start: nil, count: 0)
  /// By row, the number of its head.
  private var headOfRow = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  /// Heads by their hash: numbers from 1, 0 for none.
  private var table = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  /// How many places of the table are used: twice as many as there are rows, at least.
  private var slots = 0

  /// Bytes that a row takes at most, with a head of its own.
  private static let mostOfRow = 8 * 8

  /// Blocks of records that are best packed together: their heads and columns fit into a cache.
  static let blocksTogether = 16

  deinit { deallocateRooms() }

  /// The records of some blocks, packed; valid until the next call, a multiple of 8 bytes.
  mutating func pack(_ records: ArraySlice<RecordBuffer.Block>) -> UnsafeRawBufferPointer {
    let count = records.reduce(0) { $0 + $1.count }
    guard count > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    makeRoom(for: count)
    let headCount = findHeads(records)
    let columns = columns(records, heads: headCount)
    let layout = columns.layout(heads: headCount, rows: count)
    guard let start = bytes.baseAddress else { return UnsafeRawBufferPointer(bytes) }
    start.storeBytes(
      of: PackedRecords.Header(
        rows: UInt32(count), heads: UInt32(headCount), columns: columns),
      as: PackedRecords.Header.self)
    write(heads: headCount, columns, layout, start)
    write(records, columns, layout, start)
    return UnsafeRawBufferPointer(rebasing: bytes[..<layout.size])
  }

  private mutating func makeRoom(for count: Int) {
    if headOfRow.count < count {
      deallocateRooms()
      let count = count + count / 4
      bytes = .allocate(
        byteCount: PackedRecords.Header.size + count * Self.mostOfRow + 16 * PackedColumn.gap,
        alignment: 64)
      heads = .allocate(capacity: count)
      headOfRow = .allocate(capacity: count)
      table = .allocate(capacity: Self.slots(for: count))
    }
    slots = Self.slots(for: count)
    UnsafeMutableBufferPointer(rebasing: table[..<slots]).initialize(repeating: 0)
  }

  private static func slots(for count: Int) -> Int {
    1 << (Int.bitWidth - (2 * count).leadingZeroBitCount)
  }

  private func deallocateRooms() {
    bytes.deallocate()
    heads.deallocate()
    headOfRow.deallocate()
    table.deallocate()
  }

  /// Numbers the heads of rows, and returns how many there are.
  ///
  /// Nobody foresees whether a row has a new head, so that no branch is made of it: each row is put
  /// where the next head belongs, and stays there where it is one.
  private func findHeads(_ records: ArraySlice<RecordBuffer.Block>) -> Int {
    guard let heads = heads.baseAddress, let headOfRow = headOfRow.baseAddress else { return 0 }
    let (table, mask) = (table.baseAddress.unsafelyUnwrapped, UInt64(slots - 1))
    var (row, count) = (0, 0)
    for block in records {
      guard let start = block.baseAddress else { continue }
      for index in 0..<block.count {
        let record = start + index
        // They were written long ago, and the system's pages are too short to be foreseen.
        csystem_prefetch(record + Self.rowsAhead)
        let head = Head(record.pointee)
        (heads + count).initialize(to: head)
        // Both are hashes of keys that nobody knows.
        var slot = Int(truncatingIfNeeded: (head.conversation ^ head.contact) & mask)
        var number = count
        while true {
          let noted = Int(truncatingIfNeeded: table[slot])
          number = noted == 0 ? count : noted &- 1
          if heads[number].isSame(as: head) { break }
          slot = Int(truncatingIfNeeded: UInt64(truncatingIfNeeded: slot &+ 1) & mask)
        }
        table[slot] = UInt32(truncatingIfNeeded: number &+ 1)
        headOfRow[row] = UInt32(truncatingIfNeeded: number)
        count &+= number == count ? 1 : 0
        row &+= 1
      }
    }
    return count
  }

  /// So many rows ahead of the one at hand are fetched into the cache.
  private static let rowsAhead = 24

  /// Looks at how great the numbers of each column are.
  private func columns(
    _ records: ArraySlice<RecordBuffer.Block>, heads count: Int
  ) -> PackedRecords.Columns {
    var (conversation, tail, contact) = (ColumnExtent(), ColumnExtent(), ColumnExtent())
    for head in heads[..<count] {
      conversation.add(head.conversation)
      tail.add(UInt64(head.tail))
      contact.add(head.contact)
    }
    var (moment, place, traits) = (ColumnExtent(), ColumnExtent(), ColumnExtent())
    for block in records {
      for record in block {
        moment.add(record.momentKey)
        place.add(record.place.sortKey)
        traits.add(UInt64(record.traits))
      }
    }
    var head = ColumnExtent()
    head.add(0)
    head.add(UInt64(count - 1))
    return PackedRecords.Columns(
      conversation: conversation, tail: tail, contact: contact, head: head, moment: moment,
      place: place, traits: traits)
  }

  private func write(
    heads count: Int, _ columns: PackedRecords.Columns, _ layout: PackedRecords.Layout,
    _ start: UnsafeMutableRawPointer
  ) {
    var conversation = start + layout.starts.conversation
    var tail = start + layout.starts.tail
    var contact = start + layout.starts.contact
    for head in heads[..<count] {
      columns.conversation.write(head.conversation, to: &conversation)
      columns.tail.write(UInt64(head.tail), to: &tail)
      columns.contact.write(head.contact, to: &contact)
    }
  }

  private func write(
    _ records: ArraySlice<RecordBuffer.Block>, _ columns: PackedRecords.Columns,
    _ layout: PackedRecords.Layout,
    _ start: UnsafeMutableRawPointer
  ) {
    var head = start + layout.starts.head
    var moment = start + layout.starts.moment
    var place = start + layout.starts.place
    var traits = start + layout.starts.traits
    var identity = start + layout.starts.identity
    var row = 0
    let headOfRow = headOfRow
    for block in records {
      for record in block {
        columns.head.write(UInt64(headOfRow[row]), to: &head)
        columns.moment.write(record.momentKey, to: &moment)
        columns.place.write(record.place.sortKey, to: &place)
        columns.traits.write(UInt64(record.traits), to: &traits)
        PackedRecords.Columns.identity.write(record.identity, to: &identity)
        row &+= 1
      }
    }
  }
}
