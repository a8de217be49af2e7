/// Records of one partition as they lie in a file: in a bit more than half of the bytes.
///
/// Two fifths of a record tell its conversation and its contact, which the rows of a conversation
/// have in common: they share one head for that. Heads and rows are columns of numbers. The machine
/// that writes them reads them, a moment later.
struct PackedRecords {
  /// What stands before the columns.
  struct Header: BitwiseCopyable {
    let rows: UInt32
    let heads: UInt32
    let columns: Columns

    static var size: Int { MemoryLayout<Header>.stride }
  }

  /// The columns, in the order in which they lie.
  struct Columns: BitwiseCopyable {
    var conversation: PackedColumn
    var tail: PackedColumn
    var contact: PackedColumn
    /// By row: the number of its head.
    var head: PackedColumn
    var moment: PackedColumn
    var place: PackedColumn
    var traits: PackedColumn
    /// Hashes, which are written whole.
    static let identity = PackedColumn(least: 0, width: MessageRecord.identityBytes)

    /// Whether there are such columns.
    var isValid: Bool {
      [conversation, tail, contact, head, moment, place, traits].allSatisfy(\.isValid)
    }

    init(
      conversation: ColumnExtent, tail: ColumnExtent, contact: ColumnExtent, head: ColumnExtent,
      moment: ColumnExtent, place: ColumnExtent, traits: ColumnExtent
    ) {
      self.conversation = PackedColumn(conversation)
      self.tail = PackedColumn(tail)
      self.contact = PackedColumn(contact)
      self.head = PackedColumn(head)
      self.moment = PackedColumn(moment)
      self.place = PackedColumn(place)
      self.traits = PackedColumn(traits)
    }

    /// Where each column begins, in bytes from the header on, and where the last one ends.
    func layout(heads: Int, rows: Int) -> Layout {
      var end = Header.size
      func begin(_ column: PackedColumn, _ count: Int) -> Int {
        defer { end += column.size(count) }
        return end
      }
      let starts = (
        conversation: begin(conversation, heads), tail: begin(tail, heads),
        contact: begin(contact, heads), head: begin(head, rows), moment: begin(moment, rows),
        place: begin(place, rows), traits: begin(traits, rows),
        identity: begin(Self.identity, rows)
      )
      return Layout(starts: starts, size: (end + 7) / 8 * 8)
    }
  }

  struct Layout {
    var starts:
      (
        conversation: Int, tail: Int, contact: Int, head: Int, moment: Int, place: Int,
        traits: Int, identity: Int
      )
    /// A multiple of 8.
    var size: Int
  }

  private let start: UnsafeRawPointer
  private let columns: Columns
  private let layout: Layout
  private let heads: Int
  /// How many records there are.
  let count: Int

  /// What a packer made, one after the other; nil where that cannot be, as of a failing disk.
  static func all(in bytes: UnsafeRawBufferPointer) -> [PackedRecords]? {
    var all: [PackedRecords] = []
    var rest = bytes
    while !rest.isEmpty {
      guard let records = PackedRecords(rest) else { return nil }
      all.append(records)
      rest = UnsafeRawBufferPointer(rebasing: rest[records.layout.size...])
    }
    return all
  }

  /// What a packer made, with which `bytes` begin; nil where that cannot be.
  private init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count >= Header.size else { return nil }
    let header = start.loadUnaligned(as: Header.self)
    guard header.columns.isValid else { return nil }
    columns = header.columns
    heads = Int(header.heads)
    count = Int(header.rows)
    layout = columns.layout(heads: heads, rows: count)
    guard heads > 0, layout.size <= bytes.count else { return nil }
    self.start = start
  }

  /// Fills `room`, which has as much room, with the records.
  func unpack(into room: UnsafeMutableBufferPointer<MessageRecord>) {
    guard room.count == count else { return }
    let (columns, starts) = (columns, layout.starts)
    for index in 0..<count {
      let head = min(
        Int(truncatingIfNeeded: columns.head.number(index, at: start + starts.head)), heads &- 1)
      room.initializeElement(
        at: index,
        to: MessageRecord(
          conversation: columns.conversation.number(head, at: start + starts.conversation),
          conversationTail: UInt8(
            truncatingIfNeeded: columns.tail.number(head, at: start + starts.tail)),
          traits: UInt32(
            truncatingIfNeeded: columns.traits.number(index, at: start + starts.traits)),
          moment: MessageRecord.moment(
            ofKey: columns.moment.number(index, at: start + starts.moment)),
          place: Place(sortKey: columns.place.number(index, at: start + starts.place)),
          identity: Columns.identity.number(index, at: start + starts.identity),
          contact: columns.contact.number(head, at: start + starts.contact)))
    }
  }
}
