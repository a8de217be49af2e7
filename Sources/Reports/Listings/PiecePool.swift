import Glibc
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

  /// Whether a piece is whole pages of the system's.
  private var isWholePages: Bool { pieceSize % Int(getpagesize()) == 0 }

  /// What gives the memory of pieces back to the system that nobody reads any more, and that come
  /// back to the pool later; nil where a piece shares a page with others.
  func makeRelease() -> PieceRelease? {
    isWholePages ? PieceRelease(of: PageRelease(of: pages), pieceSize: pieceSize) : nil
  }

  /// Takes pieces back.
  func giveBack(_ pieces: some Sequence<UnsafeMutableRawPointer>) {
    free.withLock { free in for piece in pieces { free.append(Piece(start: piece)) } }
  }
}

/// Gives the memory of pieces back to the system while others work, which at the end of the process
/// would be done by one thread.
struct PieceRelease: ~Copyable {
  private var release: PageRelease
  private let pieceSize: Int

  fileprivate init(of release: consuming PageRelease, pieceSize: Int) {
    self.release = release
    self.pieceSize = pieceSize
  }

  /// Gives all memory of a piece back, now or later.
  mutating func add(_ piece: UnsafeRawPointer) {
    release.add(UnsafeRawBufferPointer(start: piece, count: pieceSize))
  }
}
