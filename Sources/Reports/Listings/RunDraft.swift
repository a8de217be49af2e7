import Glibc
import MessageHistory

/// Written rows of a listing in any order, to be sorted into a run.
struct RunDraft {
  private var bytes: [UInt8] = []
  private var keys: [Key] = []
  /// What all ids so far begin with.
  private(set) var commonPrefix: [UInt8] = []

  private struct Key {
    let slice: UInt32
    /// The eight bytes of the id after what all ids begin with.
    var distinction: UInt64
    let start: Int
  }

  var isEmpty: Bool { keys.isEmpty }
  var byteCount: Int { bytes.count }

  /// Appends a row, whose text is given from the cell of the id on, with its line end.
  mutating func append(
    slice: UInt32, id: [UInt8], instant: Int64, place: Place, text: [UInt8], separator: UInt8
  ) {
    let showsID = text.count > id.count && text[id.count] == separator && text.begins(with: id)
    let shown = showsID ? text[id.count...] : text[...]
    let entry = RunEntry(
      slice: slice, idCount: id.count, textCount: shown.count, showsID: showsID,
      instant: instant, place: place.sortKey)
    noteCommonPrefix(id)
    keys.append(Key(slice: slice, distinction: 0, start: bytes.count))
    withUnsafeBytes(of: entry) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: id)
    bytes.append(contentsOf: shown)
  }

  private mutating func noteCommonPrefix(_ id: [UInt8]) {
    if keys.isEmpty {
      commonPrefix = id
    } else if !id.begins(with: commonPrefix) {
      let common = zip(commonPrefix, id).prefix { $0 == $1 }.count
      commonPrefix.removeLast(commonPrefix.count - common)
    }
  }

  /// Hands the entries in order to `write` in pieces of about so many bytes.
  consuming func sort(
    pieceSize: Int, _ write: (consuming [UInt8]) throws(MessageHistoryError) -> Void
  ) throws(MessageHistoryError) {
    let bytes = bytes
    var keys = keys
    let common = commonPrefix.count
    bytes.withUnsafeBytes { bytes in
      for index in keys.indices {
        keys[index].distinction = RunKey(bytes, at: keys[index].start).distinction(from: common)
      }
      keys.sort { left, right in
        if left.slice != right.slice { return left.slice < right.slice }
        if left.distinction != right.distinction { return left.distinction < right.distinction }
        return RunKey(bytes, at: left.start).precedes(RunKey(bytes, at: right.start))
      }
    }
    var piece: [UInt8] = []
    piece.reserveCapacity(min(pieceSize, bytes.count))
    for key in keys {
      bytes.withUnsafeBytes { bytes in
        let end = key.start + RunEntry(bytes, at: key.start).byteCount
        piece.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[key.start..<end]))
      }
      if piece.count >= pieceSize {
        try write(piece)
        piece = []
      }
    }
    if !piece.isEmpty { try write(piece) }
  }
}

extension UnsafeRawBufferPointer {
  /// Negative, zero or positive as these bytes come before, with or after others.
  @inline(__always)
  func order(against other: UnsafeRawBufferPointer) -> Int {
    let shared = Swift.min(count, other.count)
    if shared > 0, let left = baseAddress, let right = other.baseAddress {
      let order = memcmp(left, right, shared)
      if order != 0 { return Int(order) }
    }
    return count - other.count
  }
}

extension [UInt8] {
  fileprivate func begins(with other: [UInt8]) -> Bool {
    guard count >= other.count else { return false }
    return withUnsafeBytes { bytes in
      other.withUnsafeBytes { other in
        UnsafeRawBufferPointer(rebasing: bytes[..<other.count]).order(against: other) == 0
      }
    }
  }
}
