import Glibc
import MessageHistory
import ResponseMetrics

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

  /// Makes room for so many rows of more than usual length: what is not touched takes no memory.
  mutating func reserve(_ rows: Int) {
    keys.reserveCapacity(rows)
    bytes.reserveCapacity(rows * 192)
  }

  /// Appends a row.
  ///
  /// - Parameters:
  ///   - slice: its rank.
  ///   - id: the conversation's real one.
  ///   - instant: what decides among rows of equal ids.
  ///   - place: what decides among those of equal instants.
  ///   - text: from the cell of the id on, with the line end, or without that cell.
  ///   - showsID: whether the cell is left out, since it shows the id as it is.
  mutating func append(
    slice: UInt32, id: [UInt8], instant: Int64, place: Place, text: UnsafeRawBufferPointer,
    showsID: Bool
  ) {
    let entry = RunEntry(
      slice: slice, idCount: id.count, textCount: text.count, showsID: showsID,
      instant: instant, place: place.sortKey)
    noteCommonPrefix(id)
    keys.append(Key(slice: slice, distinction: 0, start: bytes.count))
    withUnsafeBytes(of: entry) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: id)
    bytes.append(contentsOf: text)
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
      // Numbers are sorted without being compared; what they leave equal is little.
      keys.sortByNumber { Int64(bitPattern: $0.distinction ^ 1 << 63) }
      keys.sortByNumber { Int64($0.slice) }
      keys.sortStretches(whereEqual: { $0.slice == $1.slice && $0.distinction == $1.distinction }) {
        RunKey(bytes, at: $0.start).precedes(RunKey(bytes, at: $1.start))
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

extension Array {
  /// Sorts each stretch of neighbours that are alike so far.
  fileprivate mutating func sortStretches(
    whereEqual areAlike: (Element, Element) -> Bool, by precedes: (Element, Element) -> Bool
  ) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, areAlike(self[start], self[end]) { end += 1 }
      if end - start > 1 { self[start..<end].sort(by: precedes) }
      start = end
    }
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
