/// The mark at the start of a text that tells its encoding.
package enum ByteOrderMark: Hashable, Sendable, CaseIterable {
  case utf8, utf16LittleEndian, utf16BigEndian

  /// The bytes of the mark.
  package var bytes: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The mark that `bytes` begin with; nil where there is none.
  package init?(startOf bytes: UnsafeRawBufferPointer) {
    guard let mark = Self.allCases.first(where: { bytes.starts(with: $0.bytes) }) else {
      return nil
    }
    self = mark
  }
}
