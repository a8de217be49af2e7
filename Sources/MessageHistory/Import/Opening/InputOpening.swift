import DelimitedText

/// Makes text in UTF-8 that can be sought of an input, whatever it is packed and written in.
struct InputOpening {
  /// How an input was opened.
  struct Opened {
    var compression: Compression?
    var encoding: EncodingDetection
    var content: InputContent
    /// Nil where they are the content.
    var original: OriginalBytes?
  }

  let name: String
  /// Nil to find it out.
  let encoding: TextEncoding?
  let store: InputStore

  /// Opens a file: it is read where it lies, unless it has to be unpacked or rewritten.
  func open(
    _ file: OpenDescriptor, at path: String, _ identity: FileIdentity
  ) throws(MessageHistoryError) -> Opened {
    let sought = InputContent.file(
      SoughtFile(file, path: path, identity: identity, pool: store.descriptors))
    let compression = try sought.bytes(0..<4, name: name).withUnsafeBytes {
      Compression(startOf: $0)
    }
    var content = sought
    if let compression {
      var stream = InputStream(of: file, name: name)
      content = try spool(&stream, compression)
    }
    let (encoding, text) = try textInUTF8(of: content)
    // What was copied has to be of one state of the file; the rest is checked as it is read.
    guard sought.isUnchanged else { throw .changedWhileRead(path: name) }
    let isOriginal = if case .file = text { true } else { false }
    return Opened(
      compression: compression, encoding: encoding, content: text,
      original: isOriginal ? nil : .file(sought))
  }

  /// Opens what can be read only once.
  func open(streamOf source: OpenDescriptor) throws(MessageHistoryError) -> Opened {
    var stream = InputStream(of: source, name: name, isHashed: store.hashesStreams)
    let compression = try stream.peek(4).withUnsafeBytes { Compression(startOf: $0) }
    let content = try spool(&stream, compression)
    let (encoding, text) = try textInUTF8(of: content)
    return Opened(
      compression: compression, encoding: encoding, content: text,
      original: .passed(sha256: stream.sha256))
  }

  // MARK: Unpacking

  private func spool(
    _ stream: inout InputStream, _ compression: Compression?
  ) throws(MessageHistoryError) -> InputContent {
    let spool = try store.spool()
    let start = spool.count
    let unpacking = Unpacking(name: name, limit: store.limit, spool: spool)
    switch compression {
    case nil: try unpacking.copy(&stream)
    case .gzip:
      guard var gzip = GzipDecompressor() else { throw .noMemory(path: name) }
      try unpacking.unpack(&stream, .gzip, with: &gzip)
    case .zstd:
      guard var zstd = ZstdDecompressor() else { throw .noMemory(path: name) }
      try unpacking.unpack(&stream, .zstd, with: &zstd)
    }
    return .spooled(spool, start..<spool.count)
  }

  // MARK: Encoding

  private func textInUTF8(
    of content: InputContent
  ) throws(MessageHistoryError) -> (EncodingDetection, InputContent) {
    let detection = EncodingDetection(samples: try samples(of: content), configured: encoding)
    if detection.encoding == .utf8 { return (detection, content) }
    let rewritten = try rewritten(content, detection)
    // What was unpacked is not needed any more.
    if case .spooled(let spool, let range) = content { spool.release(range) }
    return (detection, rewritten)
  }

  /// A small input whole; of others the start, the end and places between, each at a multiple of
  /// four bytes.
  private func samples(of content: InputContent) throws(MessageHistoryError) -> [[UInt8]] {
    let whole = 1 << 20
    let (head, window, windows) = (256 << 10, 64 << 10, 9)
    let size = content.count
    if size <= whole { return [try content.bytes(0..<size, name: name)] }
    var samples = [try content.bytes(0..<head, name: name)]
    for number in 1...windows {
      let start = (head + (size - head - window) / windows * number) & ~3
      samples.append(try content.bytes(start..<start + window, name: name))
    }
    return samples
  }

  /// The text written anew as UTF-8, without its mark.
  private func rewritten(
    _ content: InputContent, _ detection: EncodingDetection
  ) throws(MessageHistoryError) -> InputContent {
    guard let transcoder = Transcoder(from: detection.encoding) else {
      throw .unsupportedEncoding(path: name, encoding: detection.encoding)
    }
    let spool = try store.spool()
    let start = spool.count
    let size = content.count
    var offset = detection.byteOrderMark?.bytes.count ?? 0
    var text: [UInt8] = []
    while offset < size {
      let block = try content.bytes(offset..<offset + Unpacking.blockSize, name: name)
      let isLast = offset + block.count >= size
      guard isLast || block.count == Unpacking.blockSize else {
        throw .changedWhileRead(path: name)
      }
      text.removeAll(keepingCapacity: true)
      offset += block.withUnsafeBytes {
        transcoder.convert($0, isLast: isLast, into: &text)
      }
      let result = text.withUnsafeBytes { bytes in
        Result { () throws(MessageHistoryError) in try spool.append(bytes) }
      }
      try result.get()
    }
    return .spooled(spool, start..<spool.count)
  }
}
