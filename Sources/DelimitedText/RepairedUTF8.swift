import CByteScan

extension UnsafeRawBufferPointer {
  /// Whether the bytes are UTF-8, told at about the speed of memory where they are ASCII.
  package var isUTF8: Bool { utf8Prefix == count }

  /// How many bytes from the first on are whole, valid UTF-8 characters.
  package var utf8Prefix: Int { utf8Prefix(by: .best) }

  /// The same with a kernel that this machine has.
  package func utf8Prefix(by kernel: ScanKernel) -> Int {
    guard let base = baseAddress else { return 0 }
    return byte_scan_utf8_prefix(kernel.kernel, base.assumingMemoryBound(to: UInt8.self), count)
  }

  /// The UTF-8 character at `start`, or the longest beginning of one, which is at least a byte.
  ///
  /// Unicode 17, section 3.9, table 3-7 and "U+FFFD substitution of maximal subparts".
  fileprivate func utf8Sequence(at start: Int) -> (length: Int, isValid: Bool) {
    let first = self[start]
    let expected: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case ..<0x80: return (1, true)
    case 0xC2...0xDF: expected = 2
    case 0xE0: (expected, allowed) = (3, 0xA0...0xBF)
    case 0xED: (expected, allowed) = (3, 0x80...0x9F)
    case 0xE1...0xEF: expected = 3
    case 0xF0: (expected, allowed) = (4, 0x90...0xBF)
    case 0xF4: (expected, allowed) = (4, 0x80...0x8F)
    case 0xF1...0xF3: expected = 4
    default: return (1, false)
    }
    for length in 1..<expected {
      guard start + length < count, allowed.contains(self[start + length]) else {
        return (length, false)
      }
      allowed = 0x80...0xBF
    }
    return (expected, true)
  }
}

extension [UInt8] {
  /// Appends `bytes` with U+FFFD for each longest stretch that is no UTF-8.
  ///
  /// Returns how often that was needed.
  @discardableResult
  package mutating func appendRepaired(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard !bytes.isUTF8 else {
      append(contentsOf: bytes)
      return 0
    }
    var repairs = 0
    var runStart = 0
    var position = 0
    while position < bytes.count {
      let sequence = bytes.utf8Sequence(at: position)
      if !sequence.isValid {
        append(contentsOf: bytes[runStart..<position])
        append(contentsOf: [0xEF, 0xBF, 0xBD])
        repairs += 1
        runStart = position + sequence.length
      }
      position += sequence.length
    }
    append(contentsOf: bytes[runStart...])
    return repairs
  }
}
