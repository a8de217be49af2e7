/// Copies an input into the spool, unpacked, a block at a time.
struct Unpacking {
  /// Bytes read and written at a time.
  static let blockSize = 256 << 10

  let name: String
  let limit: ExpansionLimit
  let spool: Spool

  func copy(_ stream: inout InputStream) throws(MessageHistoryError) {
    let block = Block()
    while true {
      let count = try stream.next(into: block.bytes)
      if count == 0 { return }
      try spool.append(UnsafeRawBufferPointer(rebasing: block.bytes[..<count]))
    }
  }

  func unpack<Unpacker: Decompressor & ~Copyable>(
    _ stream: inout InputStream, _ compression: Compression, with unpacker: inout Unpacker
  ) throws(MessageHistoryError) {
    do throws(Failure) {
      try unpack(&stream, with: &unpacker)
    } catch {
      switch error {
      case .input(let error): throw error
      case .compression(let flaw):
        throw .compressed(path: name, compression: compression, flaw: flaw)
      }
    }
  }

  private enum Failure: Error {
    case input(MessageHistoryError)
    case compression(CompressionFlaw)
  }

  private func unpack<Unpacker: Decompressor & ~Copyable>(
    _ stream: inout InputStream, with unpacker: inout Unpacker
  ) throws(Failure) {
    let (input, output) = (Block(), Block())
    var (packed, unpacked) = (0, 0)
    while true {
      let count: Int
      do { count = try stream.next(into: input.bytes) } catch { throw .input(error) }
      if count == 0 { break }
      var rest = UnsafeRawBufferPointer(rebasing: input.bytes[..<count])
      var isOutputFull = false
      while !rest.isEmpty || isOutputFull {
        let (used, made) = try step(rest, output.bytes, of: &unpacker, at: packed)
        guard used + made > 0 || rest.isEmpty else { throw .compression(.damaged(byte: packed)) }
        packed += used
        unpacked += made
        rest = UnsafeRawBufferPointer(rebasing: rest[used...])
        isOutputFull = made == output.bytes.count
        do {
          try spool.append(UnsafeRawBufferPointer(rebasing: output.bytes[..<made]))
        } catch { throw .input(error) }
        guard limit.allows(packed: packed, unpacked: unpacked) else {
          throw .compression(.expandsTooMuch(packed: packed, unpacked: unpacked))
        }
      }
    }
    guard unpacker.mayEnd else { throw .compression(.truncated) }
  }

  private func step<Unpacker: Decompressor & ~Copyable>(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer,
    of unpacker: inout Unpacker, at start: Int
  ) throws(Failure) -> (used: Int, made: Int) {
    do throws(CompressionFlaw) {
      return try unpacker.unpack(input, into: output)
    } catch {
      guard case .damaged(let byte) = error else { throw .compression(error) }
      throw .compression(.damaged(byte: start + byte))
    }
  }

  /// Room for one block, given back with its last use.
  private final class Block {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
    deinit { bytes.deallocate() }
  }
}
