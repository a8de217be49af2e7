import MessageHistory
import TestSupport
import Testing

@testable import Reports

/// Elements in pieces are found where they were put, whatever is put beside them.
@Suite struct PieceListTests {
  @Test(arguments: [1, 3])
  func elementsStayWhereTheyAre(streams: Int) {
    for seed in 1...UInt64(20) {
      var random = SeededGenerator(seed: seed)
      let pool = PiecePool(from: RecordPages(), pieceSize: 512)
      var list = PieceList<UInt64>(from: pool, streams: streams)
      var added: [(position: Int, values: [UInt64])] = []
      for number in 0..<UInt64(300) {
        // Some are longer than a piece, which has 64 words.
        let count = random.number(in: 1..<(random.chance(percent: 5) ? 300 : 20))
        let values = (0..<UInt64(count)).map { number << 32 | $0 }
        let stream = random.number(in: 0..<streams)
        let room = list.reserve(count, in: stream)
        for (index, value) in values.enumerated() { room[index] = value }
        added.append((list.add(count, in: stream), values))
      }
      list.close()
      for (position, values) in added {
        let start = list.element(at: position)
        #expect(values.indices.allSatisfy { start[$0] == values[$0] }, "\(random)")
      }
      let all = elements(of: list).flatMap(\.self)
      #expect(all.sorted() == added.flatMap(\.values).sorted(), "\(random)")
    }
  }

  /// A stream's elements lie one behind the other, as far as a piece goes.
  @Test func streamsLieApart() {
    var list = PieceList<UInt64>(
      from: PiecePool(from: RecordPages(), pieceSize: 512), streams: 2)
    for number in 0..<UInt64(128) {
      list.reserve(1, in: Int(number % 2)).pointee = number
      list.add(1, in: Int(number % 2))
    }
    list.close()
    let pieces = elements(of: list)
    #expect(pieces.count == 2)
    #expect(pieces.allSatisfy { piece in piece.allSatisfy { $0 % 2 == piece[0] % 2 } })
  }

  /// By piece.
  private func elements(of list: borrowing PieceList<UInt64>) -> [[UInt64]] {
    list.all.map { Array(UnsafeBufferPointer(start: $0.start, count: $0.end - $0.start)) }
  }

  @Test func piecesAreUsedAgain() {
    let pool = PiecePool(from: RecordPages())
    func start() -> UnsafeMutablePointer<UInt64> {
      var list = PieceList<UInt64>(from: pool)
      return list.reserve(1)
    }
    #expect(start() == start())
  }

  @Test(arguments: [(0, 512), (512, 512), (1_000, 512), (5_000, 4_096), (.max, 16_384)])
  func piecesAreOfAPowerOfTwo(asked: Int, given: Int) {
    #expect(PiecePool(from: RecordPages(), pieceSize: asked).pieceSize == given)
  }
}
