package import DelimitedText
import Glibc

/// An input that can be read at any place: a file, or a copy of what cannot be sought, of what was
/// compressed, and of what is no UTF-8.
///
/// What is read is text in UTF-8, without compression; places, sizes and fingerprints are of that
/// text, so that an input gives the same history, and the same data in a comparison of reports,
/// however it was packed.
package final class InputFile: Sendable {
  /// The name as it was given.
  package let name: String
  private let origin: Origin
  private let content: InputContent

  /// What an input was before it became text that can be read.
  ///
  /// An object of its own, the same for nearly all inputs, of which there may be a million.
  private final class Origin: Sendable {
    let compression: Compression?
    let encoding: EncodingDetection
    /// Nil where they are those that are read.
    let original: OriginalBytes?

    init(_ compression: Compression?, _ encoding: EncodingDetection, _ original: OriginalBytes?) {
      self.compression = compression
      self.encoding = encoding
      self.original = original
    }

    /// Those of files that are read as they are.
    static let usual = [EncodingEvidence.onlyASCII, .validUTF8].map {
      Origin(nil, EncodingDetection(encoding: .utf8, evidence: $0), nil)
    }
  }

  private init(name: String, content: InputContent, origin: Origin) {
    self.name = name
    self.content = content
    self.origin = origin
  }

  /// How the bytes were packed; nil where they were not.
  package var compression: Compression? { origin.compression }

  /// What the text was written in, and how that was told.
  package var encoding: EncodingDetection { origin.encoding }

  /// Opens a file, a pipe or a device for reading; what is packed or no UTF-8 is copied.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: how it is called in errors and reports.
  ///   - encoding: what the text is written in; nil to find that out.
  ///   - store: what the inputs of a run share.
  /// - Throws: `MessageHistoryError`, for a file that is not there, is a folder or may not be read,
  ///   and for one that cannot be unpacked or copied.
  package convenience init(
    path: String, name: String, encoding: TextEncoding? = nil, store: InputStore = InputStore()
  ) throws(MessageHistoryError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: name, code: errno) }
    let source = OpenDescriptor(descriptor)
    guard let identity = FileIdentity(of: descriptor) else {
      throw .cannotOpen(path: name, code: errno)
    }
    if identity.isFolder { throw .cannotOpen(path: name, code: EISDIR) }
    let opening = InputOpening(name: name, encoding: encoding, store: store)
    self.init(
      name: name,
      try identity.canBeSought
        ? opening.open(source, at: path, identity) : opening.open(streamOf: source))
  }

  /// Copies standard input, which may be packed too, into the spool.
  package static func standardInput(
    encoding: TextEncoding? = nil, store: InputStore = InputStore()
  ) throws(MessageHistoryError) -> InputFile {
    let own = dup(STDIN_FILENO)
    guard own >= 0 else { throw .cannotOpen(path: "-", code: errno) }
    let opening = InputOpening(name: "-", encoding: encoding, store: store)
    return InputFile(name: "-", try opening.open(streamOf: OpenDescriptor(own)))
  }

  private convenience init(name: String, _ opened: InputOpening.Opened) {
    let usual = opened.original == nil ? Origin.usual.first { $0.encoding == opened.encoding } : nil
    self.init(
      name: name, content: opened.content,
      origin: usual ?? Origin(opened.compression, opened.encoding, opened.original))
  }

  /// The table that came out of this file, under its name.
  func unfolded(into table: InputContent) -> InputFile {
    InputFile(
      name: name, content: table,
      origin: Origin(compression, encoding, origin.original ?? .file(content)))
  }

  /// Bytes when it was opened.
  package var size: Int { content.count }

  /// Whether the file is still that of the opening, with its size and time.
  package var isUnchanged: Bool { content.isUnchanged }

  /// The SHA-256 of the input as it was given, as `sha256sum` shows it, by reading it once more.
  ///
  /// - Returns: nil for what can be read only once, unless the store was told before.
  /// - Throws: `MessageHistoryError` where it cannot be read or is not as it was.
  package func sha256() throws(MessageHistoryError) -> [UInt8]? {
    try (origin.original ?? .file(content)).sha256(name: name)
  }

  /// What reads it again and again.
  func reader() throws(MessageHistoryError) -> InputReader {
    try InputReader(content, name: name)
  }

  /// Fills `room` from the byte `offset` on, as far as there are bytes, and returns how many.
  package func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(MessageHistoryError) -> Int {
    try content.read(into: room, at: offset, name: name)
  }

  /// Has the system fetch bytes that are read soon, where they lie on the device alone: so many are
  /// under way at once, and none is waited for.
  ///
  /// It is told by the first of them whether they do, since files leave memory in great stretches;
  /// what is in memory costs next to nothing.
  /// - Parameters:
  ///   - offsets: bytes at which reading will begin.
  ///   - count: how many bytes from each on.
  package func fetchAhead(_ offsets: some Sequence<Int>, count: Int) {
    content.fetchAhead(offsets, count: count)
  }

  /// Has the system forget bytes that it keeps in memory, of a file.
  func dropCached(_ range: Range<Int>) {
    content.dropCached(range)
  }
}
