import CByteScan

/// A row of a listing as it lies in a run: its numbers, then its employees, the conversation's real
/// id and the text that goes with it (contact or message id).
///
/// Only when a file is written is it made a line, which is longer: so runs are short, and no line is
/// copied. An entry begins at a word of eight bytes and takes whole ones.
struct RunEntry<Row: ListedRow> {
  private let head: UnsafePointer<Head>

  private struct Head: BitwiseCopyable {
    var row: Row
    var idCount: UInt32
    var textCount: UInt32
  }

  /// An entry cannot be shorter than that; employees, of four bytes each, come right behind.
  static var leastSize: Int { MemoryLayout<Head>.size }

  /// The entry that begins somewhere.
  @inline(__always)
  init(at start: UnsafeRawPointer) {
    head = start.assumingMemoryBound(to: Head.self)
  }

  /// Writes an entry behind those that are there.
  ///
  /// - Parameters:
  ///   - row: its numbers.
  ///   - employees: as many as the row says.
  ///   - id: the conversation's real one.
  ///   - text: what goes with it.
  ///   - words: takes the entry.
  ///   - stream: which entries it shall lie beside.
  /// - Returns: the entry's position among the words.
  @inline(__always)
  static func append(
    _ row: Row, employees: UnsafeBufferPointer<UInt32>, id: UnsafeRawBufferPointer,
    text: UnsafeRawBufferPointer, to words: inout PieceList<UInt64>, in stream: Int
  ) -> UInt32 {
    let employeeBytes = UnsafeRawBufferPointer(employees)
    let size = leastSize + employeeBytes.count + id.count + text.count
    let wordCount = (size + 7) / 8
    var next = UnsafeMutableRawPointer(words.reserve(wordCount, in: stream))
    next.storeBytes(
      of: Head(
        row: row, idCount: UInt32(clamping: id.count), textCount: UInt32(clamping: text.count)),
      as: Head.self)
    next = put(employeeBytes, at: next + leastSize)
    next = put(id, at: next)
    _ = put(text, at: next)
    return UInt32(truncatingIfNeeded: words.add(wordCount, in: stream))
  }

  /// - Returns: where the next bytes go.
  @inline(__always)
  private static func put(
    _ bytes: UnsafeRawBufferPointer, at place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    guard let base = bytes.baseAddress else { return place }
    if bytes.count <= 16 {
      byte_scan_copy_word(
        place.assumingMemoryBound(to: UInt8.self), base.assumingMemoryBound(to: UInt8.self),
        bytes.count)
    } else {
      place.copyMemory(from: base, byteCount: bytes.count)
    }
    return place + bytes.count
  }

  /// The row's numbers, as a place: a copy takes longer than what is read of them.
  var row: UnsafePointer<Row> {
    UnsafeRawPointer(head).assumingMemoryBound(to: Row.self)
  }

  var employees: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(
      start: (UnsafeRawPointer(head) + Self.leastSize).assumingMemoryBound(to: UInt32.self),
      count: Int(head.pointee.row.employeeCount))
  }

  var id: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: (UnsafeRawPointer(head) + Self.leastSize) + 4 * Int(head.pointee.row.employeeCount),
      count: Int(head.pointee.idCount))
  }

  var text: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: (UnsafeRawPointer(head) + Self.leastSize) + 4 * Int(head.pointee.row.employeeCount)
        + Int(head.pointee.idCount),
      count: Int(head.pointee.textCount))
  }

  /// All of the entry.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: head, count: byteCount)
  }

  var byteCount: Int {
    let size =
      Self.leastSize + 4 * Int(head.pointee.row.employeeCount) + Int(head.pointee.idCount)
      + Int(head.pointee.textCount)
    return (size + 7) & ~7
  }

  /// Among entries of one page and channel: by the id's bytes, then by what decides among the rows
  /// of a conversation, then by place.
  ///
  /// - Parameters:
  ///   - other: an entry of the same page and channel.
  ///   - shared: so many bytes at the beginning of both ids are known to be the same, as far as
  ///     there are so many.
  /// - Returns: whether this one comes first.
  func precedes(_ other: RunEntry, sharingFirst shared: Int) -> Bool {
    // Mostly that is the whole id.
    let idCount = head.pointee.idCount
    if idCount != other.head.pointee.idCount || Int(idCount) > shared {
      let order = id.order(against: other.id)
      if order != 0 { return order < 0 }
    }
    if row.pointee.order != other.row.pointee.order {
      return row.pointee.order < other.row.pointee.order
    }
    return row.pointee.place.number < other.row.pointee.place.number
  }
}
