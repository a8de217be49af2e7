import Glibc

extension Dialect {
  /// What a field says: its bytes without the quotes around it and without the escapes inside.
  ///
  /// A field that does not begin with a quote is taken as it stands, without the spaces before it
  /// where the dialect is padded. The result lies in `field`
  /// where nothing inside is escaped, else in `scratch`, until that is reset. Quotes that are
  /// irregular are read as `PlainScanner` reads them.
  package func unquoted(
    _ field: UnsafeRawBufferPointer, scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    guard let quote, let first = field.first, first == quote else {
      return isPadded ? withoutPadding(field, scratch: &scratch) : field
    }
    return withoutQuotes(field, quote: quote, scratch: &scratch)
  }

  func withoutPadding(
    _ field: UnsafeRawBufferPointer, scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    let text = UnsafeRawBufferPointer(rebasing: field.drop { $0 == Byte.space })
    guard let quote, let first = text.first, first == quote else { return text }
    return withoutQuotes(text, quote: quote, scratch: &scratch)
  }

  func withoutQuotes(
    _ field: UnsafeRawBufferPointer, quote: UInt8, scratch: inout ByteScratch
  ) -> UnsafeRawBufferPointer {
    let inner = UnsafeRawBufferPointer(rebasing: field.dropFirst())
    let plainCount = inner.firstOffset(of: quote) ?? inner.count
    let isEscapeFree =
      escape == .doubled
      || UnsafeRawBufferPointer(rebasing: inner[..<plainCount]).firstOffset(of: Byte.backslash)
        == nil
    // One quote at the very end, or none where the end of the input closed the field.
    if isEscapeFree && plainCount + 1 >= inner.count {
      return UnsafeRawBufferPointer(rebasing: inner[..<plainCount])
    }
    return scratch.append(atMost: inner.count) { unescape(inner, quote: quote, into: $0) }
  }

  /// Copies what follows an opening quote, and returns how many bytes that makes.
  private func unescape(
    _ bytes: UnsafeRawBufferPointer, quote: UInt8, into room: UnsafeMutableRawBufferPointer
  ) -> Int {
    var written = 0
    var position = 0
    var isInside = true
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : nil
      position += 1
      if isInside && byte == quote && next != quote {
        isInside = false
        continue
      }
      let isDoubled = byte == quote && next == quote
      let isEscape =
        escape == .backslash && byte == Byte.backslash
        && (next == quote || next == Byte.backslash)
      if isInside, isDoubled || isEscape, let next {
        room[written] = next
        position += 1
      } else {
        room[written] = byte
      }
      written += 1
    }
    return written
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first `byte`, by `memchr`.
  func firstOffset(of byte: UInt8) -> Int? {
    guard let baseAddress, let found = memchr(baseAddress, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - baseAddress
  }

  /// The offset of the first `byte` from `start` on.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    UnsafeRawBufferPointer(rebasing: self[start...]).firstOffset(of: byte).map { start + $0 }
  }
}
