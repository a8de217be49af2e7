import MessageHistory
import Testing

/// Keys that a file was made for: nobody can make them lie in one place.
struct KeyedHashTests {
  /// Ids that are equal but for a few bytes at an end, in the middle, or in their length.
  private static let families: [(name: String, id: @Sendable (Int) -> String)] = [
    ("equal beginnings", { String(repeating: "a", count: 200) + String($0) }),
    ("equal ends", { String($0) + String(repeating: "a", count: 200) }),
    ("one byte among many", { String(repeating: "b", count: $0 % 512) + "c" + String($0 / 512) }),
    ("whole words of zeros", { String(repeating: "\u{1}\0\0\0", count: $0 % 64) + String($0) }),
    ("numbers", { String($0) }),
  ]

  /// Of 65,536 keys in as many places, chance puts at most nine or so into one.
  @Test(arguments: families.indices, [1, 0, .max] as [UInt64])
  func alikeKeysLieApart(family: Int, secret: UInt64) {
    let hash = KeyedHash(secret: secret)
    var places = [Int](repeating: 0, count: 1 << 16)
    for index in places.indices {
      var id = Self.families[family].id(index)
      let value = id.withUTF8 { hash.hash64(UnsafeRawBufferPointer($0), domain: 0) }
      places[Int(value & 0xFFFF)] += 1
    }
    #expect((places.max() ?? 0) <= 14, "\(Self.families[family].name), secret \(secret)")
  }

  @Test func anotherSecretPutsKeysElsewhere() {
    let hashes = [KeyedHash(secret: 1), KeyedHash(secret: 2)]
    let same = (0..<1_000).count { index in
      var id = "conversation-\(index)"
      let values = hashes.map { hash in
        id.withUTF8 { hash.hash64(UnsafeRawBufferPointer($0), domain: 0) & 0xFF }
      }
      return values[0] == values[1]
    }
    // One in 256 by chance.
    #expect(same < 20)
  }
}
