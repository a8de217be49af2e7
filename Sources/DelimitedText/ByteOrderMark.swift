/// The mark at the start of a text that tells its encoding.
package enum ByteOrderMark: Hashable, Sendable, CaseIterable {
  // The mark of UTF-32 begins with that of UTF-16, so that it has to be tried first.
  case utf8, utf32LittleEndian, utf32BigEndian, utf16LittleEndian, utf16BigEndian

  /// The bytes of the mark.
  package var bytes: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
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

  /// The encoding that the mark tells.
  package var encoding: TextEncoding {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16(.little)
    case .utf16BigEndian: .utf16(.big)
    case .utf32LittleEndian: .utf32(.little)
    case .utf32BigEndian: .utf32(.big)
    }
  }
}
