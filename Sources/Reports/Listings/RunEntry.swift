/// A written row of a listing as it lies in a run: what it is sorted by, then its text.
///
/// In the bytes of a run it is followed by the conversation's real id and by the row's text from the
/// cell of the id on; where that cell shows the id as it is, which is nearly always, by the text
/// after that cell.
struct RunEntry: BitwiseCopyable, Sendable {
  /// The rank of page and channel among all.
  var slice: UInt32
  var idCount: UInt32
  var textCount: UInt32
  /// 1 where the id stands in the row as it is, before the text; else 0.
  var showsID: UInt32
  /// What decides among the openers of a conversation, of equal ones the place; 0 in
  /// conversations.csv.
  var instant: Int64
  var place: UInt64

  static var size: Int { MemoryLayout<RunEntry>.stride }

  /// The bytes of the entry with all that follows it.
  var byteCount: Int { Self.size + Int(idCount) + Int(textCount) }

  /// The entry that begins at `start`.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    self = bytes.loadUnaligned(fromByteOffset: start, as: RunEntry.self)
  }

  init(
    slice: UInt32, idCount: Int, textCount: Int, showsID: Bool, instant: Int64, place: UInt64
  ) {
    self.slice = slice
    self.idCount = UInt32(clamping: idCount)
    self.textCount = UInt32(clamping: textCount)
    self.showsID = showsID ? 1 : 0
    self.instant = instant
    self.place = place
  }
}

/// An entry and the id that follows it: what tells its place in the file.
struct RunKey {
  let entry: RunEntry
  let id: UnsafeRawBufferPointer

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    entry = RunEntry(bytes, at: start)
    id = UnsafeRawBufferPointer(
      rebasing: bytes[start + RunEntry.size..<start + RunEntry.size + Int(entry.idCount)])
  }

  /// By page and channel, then the id's bytes, then instant and place.
  func precedes(_ other: RunKey) -> Bool {
    if entry.slice != other.entry.slice { return entry.slice < other.entry.slice }
    let order = id.order(against: other.id)
    if order != 0 { return order < 0 }
    if entry.instant != other.entry.instant { return entry.instant < other.entry.instant }
    return entry.place < other.entry.place
  }

  /// The eight bytes of the id from one on, as a number that sorts as they do; zeros for those that
  /// are missing.
  @inline(__always)
  func distinction(from start: Int) -> UInt64 {
    if id.count >= start + 8 {
      return UInt64(bigEndian: id.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    var number: UInt64 = 0
    for index in start..<start + 8 {
      number = number << 8 | (index < id.count ? UInt64(id[index]) : 0)
    }
    return number
  }
}
