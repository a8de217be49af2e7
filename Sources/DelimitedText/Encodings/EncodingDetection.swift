/// What a sample of a text, from several places, tells of its encoding.
package struct EncodingDetection: Hashable, Sendable {
  /// The encoding to read with.
  package var encoding: TextEncoding
  /// The mark that the text begins with; what it says begins after it.
  package var byteOrderMark: ByteOrderMark?
  package var evidence: EncodingEvidence

  package init(
    encoding: TextEncoding, byteOrderMark: ByteOrderMark? = nil, evidence: EncodingEvidence
  ) {
    self.encoding = encoding
    self.byteOrderMark = byteOrderMark
    self.evidence = evidence
  }

  /// Looks at samples, of which the first begins with the text and the others at multiples of four
  /// bytes; nothing at all is UTF-8.
  ///
  /// With `configured` that is the encoding, whatever the text looks like; only the order of bytes
  /// is looked for where it is left open.
  package init(samples: [[UInt8]], configured: TextEncoding? = nil) {
    let mark = samples.first?.withUnsafeBytes { ByteOrderMark(startOf: $0) }
    if let configured {
      let encoding = configured.resolved(by: mark, samples)
      self.init(
        encoding: encoding, byteOrderMark: mark?.encoding == encoding ? mark : nil,
        evidence: .configured)
    } else if let mark {
      self.init(encoding: mark.encoding, byteOrderMark: mark, evidence: .byteOrderMark)
    } else if let wide = ZeroByteEvidence(samples).encoding {
      self.init(encoding: wide, evidence: .zeroBytes)
    } else {
      self.init(narrow: samples)
    }
  }

  /// UTF-8, or an encoding of one byte a character.
  private init(narrow samples: [[UInt8]]) {
    let lines = UTF8LineEvidence(samples)
    if lines.others == 0 {
      self.init(encoding: .utf8, evidence: lines.valid == 0 ? .onlyASCII : .validUTF8)
    } else if lines.valid >= lines.others {
      self.init(
        encoding: .utf8,
        evidence: .mostlyUTF8(validLines: lines.valid, otherLines: lines.others))
    } else if let found = SingleByteEvidence(samples).best {
      self.init(encoding: found.encoding, evidence: found.evidence)
    } else {
      self.init(encoding: .utf8, evidence: .none(otherLines: lines.others))
    }
  }
}

extension TextEncoding {
  /// The same with its order of bytes: that of the mark, else of the zero bytes, else little.
  fileprivate func resolved(by mark: ByteOrderMark?, _ samples: [[UInt8]]) -> TextEncoding {
    let seen = mark?.encoding ?? ZeroByteEvidence(samples).encoding
    switch (self, seen) {
    case (.utf16(nil), .utf16(let order)): return .utf16(order ?? .little)
    case (.utf16(nil), _): return .utf16(.little)
    case (.utf32(nil), .utf32(let order)): return .utf32(order ?? .little)
    case (.utf32(nil), _): return .utf32(.little)
    case (.utf8, _), (.utf16, _), (.utf32, _), (.named, _): return self
    }
  }
}

/// Where in groups of four bytes a text has zeros: delimited text is ASCII for a good part, and
/// ASCII in UTF-16 and UTF-32 has zeros at fixed places.
private struct ZeroByteEvidence {
  private var zeros = [0, 0, 0, 0]
  private var groups = 0

  init(_ samples: [[UInt8]]) {
    for sample in samples {
      sample.withUnsafeBytes { bytes in
        guard ScanKernel.best.count(of: 0, in: bytes) > 0 else { return }
        for index in bytes.indices where bytes[index] == 0 { zeros[index & 3] += 1 }
      }
    }
    groups = samples.reduce(0) { $0 + $1.count } / 4
  }

  /// Nil where the zeros, if any, are those of a binary.
  var encoding: TextEncoding? {
    guard groups > 0, zeros != [0, 0, 0, 0] else { return nil }
    // The uppermost byte of UTF-32 is never anything else but zero; the next is but for emoji.
    if isFull(3), isCommon(2), isRare(0) { return .utf32(.little) }
    if isFull(0), isCommon(1), isRare(3) { return .utf32(.big) }
    if isCommon(1), isCommon(3), isRare(0), isRare(2) { return .utf16(.little) }
    if isCommon(0), isCommon(2), isRare(1), isRare(3) { return .utf16(.big) }
    return nil
  }

  private func isFull(_ place: Int) -> Bool { zeros[place] * 100 >= groups * 99 }
  /// One or two zeros prove nothing, however short the text.
  private func isCommon(_ place: Int) -> Bool { zeros[place] >= 3 && zeros[place] * 5 >= groups }
  private func isRare(_ place: Int) -> Bool { zeros[place] * 100 <= groups }
}

/// How many lines with a byte above 0x7F are UTF-8.
private struct UTF8LineEvidence {
  var valid = 0
  var others = 0

  init(_ samples: [[UInt8]]) {
    for (number, sample) in samples.enumerated() {
      sample.withUnsafeBytes { sample in
        let text = sample.withoutCutCharacters(
          atStart: number > 0, atEnd: samples.count > 1)
        // Nearly always all of it is valid, which is told much faster than line by line.
        if text.isUTF8 {
          if text.hasByteAboveASCII { valid += 1 }
        } else {
          count(linesOf: text)
        }
      }
    }
  }

  private mutating func count(linesOf text: UnsafeRawBufferPointer) {
    for line in text.split(whereSeparator: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }) {
      let line = UnsafeRawBufferPointer(rebasing: line)
      guard line.hasByteAboveASCII else { continue }
      if line.isUTF8 { valid += 1 } else { others += 1 }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate var hasByteAboveASCII: Bool {
    withMemoryRebound(to: UInt8.self) { $0.contains { $0 >= 0x80 } }
  }

  /// Without the parts of UTF-8 characters that the edges of a sample cut off.
  fileprivate func withoutCutCharacters(
    atStart isStartCut: Bool, atEnd isEndCut: Bool
  ) -> UnsafeRawBufferPointer {
    var text = self[...]
    if isStartCut {
      text = text.dropFirst(prefix(3).prefix { $0 & 0xC0 == 0x80 }.count)
    }
    if isEndCut, let lead = text.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }) {
      let length = text[lead] >= 0xF0 ? 4 : text[lead] >= 0xE0 ? 3 : text[lead] >= 0xC0 ? 2 : 1
      if text.endIndex - lead < length { text = text[..<lead] }
    }
    return UnsafeRawBufferPointer(rebasing: text)
  }
}
