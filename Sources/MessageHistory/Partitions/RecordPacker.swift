/// Packs some records of one partition after the other.
struct RecordPacker: ~Copyable {
  /// What the rows of a conversation have in common.
  private struct Head: BitwiseCopyable {
    var conversation: UInt64
    var contact: UInt64
    var tail: UInt32

    @inline(__always)
    init(_ record: MessageRecord) {
      conversation = record.conversation
      contact = record.contact
      tail = record.conversationTail
    }

    @inline(__always)
    func isHead(of record: MessageRecord) -> Bool {
      conversation == record.conversation && contact == record.contact
        && tail == record.conversationTail
    }
  }

  private var bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// There is room for as many heads as for rows.
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
    let (columns, headCount) = findColumns(records)
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

  /// Numbers the heads, and looks at how great the numbers of each column are.
  private func findColumns(
    _ records: ArraySlice<RecordBuffer.Block>
  ) -> (PackedRecords.Columns, heads: Int) {
    var (conversation, tail, contact) = (ColumnExtent(), ColumnExtent(), ColumnExtent())
    var (moment, place, traits) = (ColumnExtent(), ColumnExtent(), ColumnExtent())
    var (row, headCount) = (0, 0)
    let (heads, headOfRow) = (heads, headOfRow)
    let (table, mask) = (table, UInt64(slots - 1))
    for block in records {
      for record in block {
        // Both are hashes of keys that nobody knows.
        var slot = (record.conversation ^ record.contact) & mask
        while true {
          let number = table[Int(slot)]
          if number == 0 {
            heads.initializeElement(at: headCount, to: Head(record))
            conversation.add(record.conversation)
            tail.add(UInt64(record.conversationTail))
            contact.add(record.contact)
            headOfRow[row] = UInt32(headCount)
            headCount &+= 1
            table[Int(slot)] = UInt32(headCount)
            break
          }
          if heads[Int(number &- 1)].isHead(of: record) {
            headOfRow[row] = number &- 1
            break
          }
          slot = (slot &+ 1) & mask
        }
        moment.add(record.momentKey)
        place.add(record.place.sortKey)
        traits.add(UInt64(record.traits))
        row &+= 1
      }
    }
    var head = ColumnExtent()
    head.add(0)
    head.add(UInt64(headCount - 1))
    return (
      PackedRecords.Columns(
        conversation: conversation, tail: tail, contact: contact, head: head, moment: moment,
        place: place, traits: traits), headCount
    )
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
