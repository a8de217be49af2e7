import MessageHistory
import TestSupport
import Testing

@testable import Reports

/// Runs merge into one order, wherever they lie.
@Suite struct ListingRunsTests {
  /// What a row of openers.csv is sorted by, and its text.
  struct Opener: Equatable {
    var rank: UInt32
    var id: [UInt8]
    var instant: Int64
    var place: Int
    var text: [UInt8]

    func precedes(_ other: Opener) -> Bool {
      if rank != other.rank { return rank < other.rank }
      if id != other.id { return id.lexicographicallyPrecedes(other.id) }
      return (instant, place) < (other.instant, other.place)
    }

    var row: PlacedOpener {
      PlacedOpener(
        place: Place(place), instant: instant, firstResponse: -1,
        firstResponseOffice: -1, slice: 3 - rank, employee: 0, outcome: 0)
    }
  }

  /// Ids that begin alike, in some runs for longer than in others.
  static func openers(using random: inout SeededGenerator) -> [Opener] {
    let digits = Array("0123456789".utf8)
    let prefixes = ["", "c-", "conversation-", "conversation-000000000"].map { Array($0.utf8) }
    let prefix = random.element(of: prefixes) ?? []
    let further = random.bytes(count: random.number(in: 0..<12), of: digits)
    return (0..<random.number(in: 1..<600)).map { _ in
      let isLong = random.chance(percent: 1)
      let id =
        prefix + (random.chance(percent: 95) ? further : [])
        + random.bytes(count: random.number(in: 0..<(isLong ? 20_000 : 12)), of: digits)
      return Opener(
        rank: UInt32(random.number(in: 0..<3)), id: id, instant: Int64(random.number(in: 0..<4)),
        place: random.number(in: 0..<1_000_000),
        text: random.bytes(count: random.number(in: 0..<30), of: digits))
    }
  }

  /// Bytes of runs that may be held: none, some, all; in pieces that some ids are longer than, and in
  /// pieces of whole pages, which are given up on the way.
  @Test(arguments: [0, 100_000, .max / 2], [512, PiecePool.usualPieceSize])
  func areOneOrderWhateverIsHeld(allowed: Int, pieceSize: Int) throws {
    for seed in 1...UInt64(12) {
      var random = SeededGenerator(seed: seed)
      let ranks: [UInt32] = [3, 2, 1, 0]
      let pool = PiecePool(from: RecordPages(), pieceSize: pieceSize)
      let allowance = RunAllowance(allowed)
      var spool: Spool?
      var expected: [Opener] = []
      var runs = ListingRuns<PlacedOpener>()
      for _ in 0..<random.number(in: 1..<6) {
        var worker = ListingRuns<PlacedOpener>()
        var draft = RunDraft<PlacedOpener>(in: pool, ranks: 3, limit: 100_000)
        for _ in 0..<random.number(in: 0..<4) {
          let openers = Self.openers(using: &random)
          expected += openers
          add(openers, to: &draft)
          try worker.append(&draft, allowance: allowance, spool: &spool)
        }
        runs.append(contentsOf: worker)
      }
      if allowed == 0, !expected.isEmpty { #expect(spool != nil) }
      expected.sort { $0.precedes($1) }
      for isLast in [false, true] {
        let found = try Self.openers(in: runs, ranks: ranks, isLast: isLast)
        #expect(found == expected, "\(random)")
      }
    }
  }

  private static func openers(
    in runs: ListingRuns<PlacedOpener>, ranks: [UInt32], isLast: Bool
  ) throws -> [Opener] {
    var merged = try runs.merged(memory: 10_000, ranks: ranks, isLast: isLast)
    var found: [Opener] = []
    while let entry = try merged.next() {
      let row = entry.row.pointee
      found.append(
        Opener(
          rank: ranks[Int(row.slice)], id: Array(entry.id), instant: row.instant,
          place: row.place.distance(from: Place(0)), text: Array(entry.text)))
    }
    return found
  }

  private func add(_ openers: [Opener], to draft: inout RunDraft<PlacedOpener>) {
    for opener in openers {
      opener.id.withUnsafeBytes { id in
        opener.text.withUnsafeBytes { text in
          draft.append(
            opener.row, rank: opener.rank, employees: UnsafeBufferPointer(start: nil, count: 0),
            id: id, text: text)
        }
      }
    }
  }

  /// More than is given up at once, so that it happens while the entries are gone over.
  @Test func memoryIsGivenUpBehindTheLastMergeAlone() throws {
    let pool = PiecePool(from: RecordPages())
    var draft = RunDraft<PlacedOpener>(in: pool, ranks: 1, limit: .max / 2)
    let openers = (0..<12_000).map { number in
      Opener(
        rank: 0, id: Array("\(100_000 + number)".utf8), instant: 0, place: number,
        text: [UInt8](repeating: 0x61, count: 1_000))
    }
    add(openers, to: &draft)
    draft.sort()
    let run = draft.run()
    let first = run.words.all[0]
    for isLast in [false, true] {
      do {
        var merged = try ListingMerge<PlacedOpener>(
          [.held(run)], commonPrefix: 0, ranks: [1, 1, 1, 0], window: 0, isLast: isLast)
        var count = 0
        while let entry = try merged.next() {
          let isSame = Array(entry.id) == openers[count].id && entry.text.allSatisfy { $0 == 0x61 }
          if !isSame { Issue.record("entry \(count)") }
          count += 1
        }
        #expect(count == openers.count)
      }
      let isZero = UnsafeBufferPointer(start: first.start, count: 2_048).allSatisfy { $0 == 0 }
      #expect(isZero == isLast)
    }
  }

  @Test func nothingHasNoRows() throws {
    var merged = try ListingRuns<PlacedOpener>().merged(memory: 1, ranks: [], isLast: true)
    let first = try merged.next()
    #expect(first == nil)
  }
}
