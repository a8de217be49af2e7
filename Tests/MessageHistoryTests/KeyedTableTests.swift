import Testing

@testable import MessageHistory

struct KeyedTableTests {
  private static let hash = KeyedHash(secret: 7)

  private func key(_ text: String) -> CellMemo.Key {
    var text = text
    return text.withUTF8 { CellMemo.Key(UnsafeRawBufferPointer($0), sort: 1, hash: Self.hash) }
  }

  @Test func keepsEveryValueWhileItGrows() {
    var table = KeyedTable<CellMemo.Key, Int>(hash: Self.hash, blank: -1)
    var known = 0
    for number in 0..<1_000 {
      if table.value(of: key("key \(number)")) != nil { known += 1 }
      table.note(key("key \(number)"), number)
    }
    #expect(known == 0)
    let found = (0..<1_000).map { table.value(of: key("key \($0)")) }
    #expect(found == Array(0..<1_000))
    table.removeAll()
    #expect(table.value(of: key("key 0")) == nil)
    table.note(key("key 0"), 5)
    #expect(table.value(of: key("key 0")) == 5)
  }

  /// Around the lengths at which a cell is kept in another way.
  @Test func cellsOfEveryLengthAndSortHaveKeysOfTheirOwn() {
    var keys: [CellMemo.Key] = []
    for count in 0...40 {
      for text in [String(repeating: "a", count: count), String(repeating: "b", count: count)] {
        for sort in 1...3 as ClosedRange<UInt8> where count > 0 || text == "" {
          var text = text
          keys.append(
            text.withUTF8 {
              CellMemo.Key(UnsafeRawBufferPointer($0), sort: sort, hash: Self.hash)
            })
        }
      }
    }
    // The two empty texts are one.
    for (index, key) in keys.enumerated() where index >= 6 {
      #expect(!keys[..<index].contains(key), "key \(index)")
    }
    #expect(keys[0] == keys[3] && keys[0] != keys[1])
    #expect(!keys.contains { $0.isVacant })
  }
}
