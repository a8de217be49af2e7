import Testing

@testable import MessageHistory

struct TraitsTableTests {
  @Test func numbersWhatSeveralThreadsMeetWithoutGapsAndOnce() throws {
    let table = TraitsTable(hash: KeyedHash(secret: 3))
    let all = (0..<2_000 as Range<UInt32>).map { number in
      MessageTraits(slice: number % 40, employee: number / 40, messageClass: .humanOutbound)
    }
    let numbers = try withWorkers(3) { worker throws(MessageHistoryError) in
      let rotated = all[(worker * 500)...] + all[..<(worker * 500)]
      return rotated.map { traits in (traits, table.index(of: traits, TraitsKey(traits))) }
    }
    let found = table.all
    #expect(found.count == all.count)
    #expect(Set(found) == Set(all))
    for (traits, number) in numbers.joined() { #expect(found[Int(number)] == traits) }
  }

  @Test func isEmptyAtFirst() {
    #expect(TraitsTable(hash: KeyedHash(secret: 3)).all.isEmpty)
  }
}
