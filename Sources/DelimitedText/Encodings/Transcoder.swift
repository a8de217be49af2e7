import Glibc

/// Turns text of another encoding into UTF-8, a block at a time, by the system's iconv.
///
/// Bytes that mean nothing in the encoding are kept apart from one another and from all text: they
/// become sequences that are no UTF-8 either, so that they are counted and shown like those of a
/// UTF-8 file (U+FFFD). An unpaired surrogate is written like a character; a single byte below 0xC0
/// stands for itself, another as the surrogate U+DC00 + byte.
package struct Transcoder: ~Copyable {
  private let converter: iconv_t
  private let encoding: TextEncoding
  private let room: UnsafeMutableRawBufferPointer

  /// Nil where the system does not know the encoding.
  package init?(from encoding: TextEncoding) {
    guard let converter = iconv_open("UTF-8", encoding.name),
      // iconv_open fails with the pointer that is minus one.
      Int(bitPattern: converter) != -1
    else { return nil }
    self.converter = converter
    self.encoding = encoding
    room = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit {
    iconv_close(converter)
    room.deallocate()
  }

  /// Appends the text of `bytes` to `output`.
  ///
  /// - Parameters:
  ///   - bytes: the next ones of the text.
  ///   - isLast: whether the text ends with `bytes`; otherwise the beginning of a character at their
  ///     end is left for the next call.
  ///   - output: gets the text.
  /// - Returns: how many bytes were used.
  package func convert(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    var used = 0
    while used < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[used...])
      let (step, failure) = convertOnce(rest, into: &output)
      used += step
      switch failure {
      case nil: break
      case EILSEQ: used += keep(UnsafeRawBufferPointer(rebasing: bytes[used...]), in: &output)
      case EINVAL where isLast:
        for byte in bytes[used...] { Self.keep(byte, in: &output) }
        used = bytes.count
      case EINVAL: return used
      // The room was too small; E2BIG has no other cause that could last.
      default: break
      }
    }
    if isLast { flush(into: &output) }
    return used
  }

  /// One call of iconv: how many bytes it took, and the error number where it stopped.
  private func convertOnce(
    _ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]
  ) -> (step: Int, failure: Int32?) {
    var source = UnsafeMutablePointer<CChar>(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
    var sourceLeft = bytes.count
    var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
    var targetLeft = room.count
    let outcome = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
    let failure = outcome == -1 ? errno : nil
    output.append(contentsOf: room[..<(room.count - targetLeft)])
    return (bytes.count - sourceLeft, failure)
  }

  /// Writes out what a stateful encoding still holds back.
  private func flush(into output: inout [UInt8]) {
    var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
    var targetLeft = room.count
    _ = iconv(converter, nil, nil, &target, &targetLeft)
    output.append(contentsOf: room[..<(room.count - targetLeft)])
  }

  /// Keeps the code unit at the start of `bytes`, which means nothing, and returns its length.
  private func keep(_ bytes: UnsafeRawBufferPointer, in output: inout [UInt8]) -> Int {
    switch encoding {
    case .utf8, .named: Self.keep(bytes[0], in: &output)
    case .utf16(let order):
      let unit =
        order == .big
        ? UInt32(bytes[0]) << 8 | UInt32(bytes[1]) : UInt32(bytes[1]) << 8 | UInt32(bytes[0])
      Self.keep(surrogate: unit, in: &output)
    case .utf32: output.append(0xFF)
    }
    return min(encoding.unitSize, bytes.count)
  }

  private static func keep(_ byte: UInt8, in output: inout [UInt8]) {
    switch byte {
    // A zero byte would make a binary of the text.
    case 0: output.append(0xFF)
    case ..<0xC0: output.append(byte)
    default: keep(surrogate: 0xDC00 + UInt32(byte), in: &output)
    }
  }

  private static func keep(surrogate: UInt32, in output: inout [UInt8]) {
    output.append(0xE0 | UInt8(truncatingIfNeeded: surrogate >> 12))
    output.append(0x80 | UInt8(truncatingIfNeeded: surrogate >> 6) & 0x3F)
    output.append(0x80 | UInt8(truncatingIfNeeded: surrogate) & 0x3F)
  }
}
