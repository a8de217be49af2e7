import MessageHistory

/// Memory for what is listed, in pieces of one size that go from one use to the next: first from
/// records to the rows made of them, then from rows to what they become with their texts.
///
/// Memory that the process has not used before is dear, since the system has to find and to clear it;
/// a listing of half a gigabyte makes do with what records have left.
final class PiecePool: Sendable {
  // Nobody keeps a pointer beyond the life of the pages; each piece is in one worker's hands.
  private struct Piece: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
  }

  /// Bytes of a piece: a power of two.
  let pieceSize: Int
  /// Lives as long as this, and all pieces with it.
  private let pages: RecordPages
  private let free = Locked<[Piece]>([])

  /// The usual size of a piece in bytes, which is the greatest too.
  static let usualPieceSize = 16 << 10
  private static let leastPieceSize = 512

  /// - Parameters:
  ///   - pages: the memory.
  ///   - size: how large a piece may be at most, in bytes.
  init(from pages: RecordPages, pieceSize size: Int = usualPieceSize) {
    self.pages = pages
    let size = min(max(size, Self.leastPieceSize), Self.usualPieceSize)
    pieceSize = 1 << (Int.bitWidth - 1 - size.leadingZeroBitCount)
  }

  /// A piece, with something in it.
  func take() -> UnsafeMutableRawPointer {
    free.withLock { free in
      if free.isEmpty {
        let block = pages.takeBlock()
        for offset in stride(from: 0, to: RecordPages.stride, by: pieceSize).reversed() {
          free.append(Piece(start: block + offset))
        }
      }
      return free.removeLast().start
    }
  }

  /// Takes pieces back.
  func giveBack(_ pieces: some Sequence<UnsafeMutableRawPointer>) {
    free.withLock { free in for piece in pieces { free.append(Piece(start: piece)) } }
  }
}
