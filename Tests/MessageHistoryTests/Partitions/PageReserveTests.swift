import Testing

@testable import MessageHistory

struct PageReserveTests {
  /// Regions end where pieces do, so that more of them than one region has share nothing either.
  @Test(arguments: [1, 3, 100])
  func givesEachPieceOnceAndZeroedAtAMultipleOfItsSize(piecesPerRegion: Int) {
    let size = 8 << 10
    let reserve = PageReserve(pieceSize: size, piecesPerRegion: piecesPerRegion)
    let pieces = (0..<10).map { _ in
      UnsafeMutableRawBufferPointer(start: reserve.take(), count: size)
    }
    for (number, piece) in pieces.enumerated() {
      #expect(UInt(bitPattern: piece.baseAddress).isMultiple(of: UInt(size)))
      #expect(piece.allSatisfy { $0 == 0 })
      piece.initializeMemory(as: UInt8.self, repeating: UInt8(number + 1))
    }
    for (number, piece) in pieces.enumerated() {
      #expect(piece.allSatisfy { $0 == number + 1 }, "piece \(number) shares its memory")
    }
  }

  @Test func givesWorkersDifferentPieces() {
    let reserve = PageReserve(pieceSize: 4 << 10, piecesPerRegion: 7)
    let pieces = withWorkers(4) { _ in (0..<50).map { _ in UInt(bitPattern: reserve.take()) } }
    #expect(Set(pieces.joined()).count == 200)
  }
}
