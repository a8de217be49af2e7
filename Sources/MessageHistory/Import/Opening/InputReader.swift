/// Reads an input at any place, again and again, with its file at hand.
///
/// Each worker has one of its own: asking the file's object for each of a hundred thousand rows would
/// be a lock and some counts that all workers share.
struct InputReader {
  private let content: InputContent
  private let name: String
  /// Open as long as the reader is there; nil for what is in a spool.
  private let descriptor: OpenDescriptor?
  private let number: Int32

  init(_ content: InputContent, name: String) throws(MessageHistoryError) {
    self.content = content
    self.name = name
    switch content {
    case .file(let file):
      let opened = try file.descriptor(name: name)
      descriptor = opened
      number = opened.number
    case .spooled:
      descriptor = nil
      number = -1
    }
  }

  /// The file, as long as the reader is there; nil for what is in a spool.
  var descriptorNumber: Int32? { number >= 0 ? number : nil }

  /// As `InputContent.read`.
  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(MessageHistoryError) -> Int {
    guard number >= 0 else { return try content.read(into: room, at: offset, name: name) }
    do throws(ReadFailure) {
      return try OpenDescriptor.read(number, into: room, at: offset)
    } catch {
      throw .cannotRead(path: name, byte: error.byte, code: error.code)
    }
  }
}
