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
  /// How the bytes were packed; nil where they were not.
  package let compression: Compression?
  /// What the text was written in, and how that was told.
  package let encoding: EncodingDetection
  private let content: InputContent
  private let original: OriginalBytes

  private init(
    name: String, compression: Compression?, encoding: EncodingDetection, content: InputContent,
    original: OriginalBytes
  ) {
    self.name = name
    self.compression = compression
    self.encoding = encoding
    self.content = content
    self.original = original
  }

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
    self.init(
      name: name, compression: opened.compression, encoding: opened.encoding,
      content: opened.content, original: opened.original)
  }

  /// The table that came out of this file, under its name.
  func unfolded(into table: InputContent) -> InputFile {
    InputFile(
      name: name, compression: compression, encoding: encoding, content: table,
      original: original)
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
    try original.sha256(name: name)
  }

  /// Fills `room` from the byte `offset` on, as far as there are bytes, and returns how many.
  package func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(MessageHistoryError) -> Int {
    try content.read(into: room, at: offset, name: name)
  }
}
