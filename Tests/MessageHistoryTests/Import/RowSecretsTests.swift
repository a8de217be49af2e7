import CRowKeys
import Testing

@testable import MessageHistory

/// Ids and words that a file was made for: nobody can make two of them one, or lie in one place.
struct RowSecretsTests {
  /// Those that this machine has.
  private static let kernels = [ROW_HASH_PLAIN, ROW_HASH_AES, ROW_HASH_WIDE]
    .filter(row_hash_has_kernel).map(\.rawValue)

  private func hash(
    _ text: [UInt8], secret: UInt64 = 9, _ kernel: UInt32
  ) -> [UInt64] {
    let secrets = RowSecrets(
      hash: KeyedHash(secret: secret), kernel: row_hash_kernel(rawValue: kernel))
    let hash = text.withUnsafeBytes { secrets.hash(of: $0, .conversation) }
    return [hash.low, hash.high]
  }

  @Test(arguments: 0...70, kernels)
  func everyByteAndTheLengthCount(count: Int, kernel: UInt32) {
    let text = (0..<count).map { UInt8($0 + 1) }
    let whole = hash(text, kernel)
    #expect(hash(text, kernel) == whole)
    var others = text.indices.map { place in
      var other = text
      other[place] ^= 0x80
      return hash(other, kernel)
    }
    // What stands in the place of bytes that are not there.
    for byte in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] { others.append(hash(text + [byte], kernel)) }
    others.append(hash(text, secret: 10, kernel))
    for other in others { #expect(other[0] != whole[0] && other[1] != whole[1]) }
  }

  /// Ids that are equal but for a few bytes at an end, in the middle, or in their length.
  private static let families: [(name: String, id: @Sendable (Int) -> String)] = [
    ("numbers", { String($0) }),
    ("numbers of one length", { String(String($0 + 1_000_000).dropFirst()) }),
    ("ids", { "conversation-" + String(String($0 + 1_000_000_000).dropFirst()) }),
    ("equal ends", { String($0) + String(repeating: "a", count: 20) }),
    ("long ones", { String(repeating: "a", count: 100) + String($0) }),
    ("one byte among many", { String(repeating: "b", count: $0 % 512) + "c" + String($0 / 512) }),
    ("whole words of zeros", { String(repeating: "\u{1}\0\0\0", count: $0 % 64) + String($0) }),
  ]

  /// Of 65,536 keys in as many places, chance puts at most nine or so into one.
  ///
  /// Places are those of tables, of partitions, and of what tells conversations apart.
  @Test(arguments: families.indices, kernels)
  func alikeIDsLieApart(family: Int, kernel: UInt32) {
    for secret in [1, 0, .max] as [UInt64] {
      expectApart(
        family,
        RowSecrets(
          hash: KeyedHash(secret: secret), kernel: row_hash_kernel(rawValue: kernel)),
        "\(Self.families[family].name), secret \(secret), kernel \(kernel)")
    }
  }

  private func expectApart(
    _ family: Int, _ secrets: consuming RowSecrets, _ comment: Comment
  ) {
    var places = [[Int]](repeating: [Int](repeating: 0, count: 1 << 16), count: 3)
    for index in 0..<1 << 16 {
      var id = Self.families[family].id(index)
      let hash = id.withUTF8 { secrets.hash(of: UnsafeRawBufferPointer($0), .conversation) }
      places[0][Int(hash.low >> 32 & 0xFFFF)] += 1
      places[1][Int(hash.high >> 48)] += 1
      places[2][Int(hash.high >> 32 & 0xFFFF)] += 1
    }
    for counts in places { #expect((counts.max() ?? 0) <= 14, comment) }
  }

  @Test func slicesTellEqualIDsApart() {
    let secrets = RowSecrets(hash: KeyedHash(secret: 3))
    let id = row_hash(low: 5, high: 6)
    let hashes = (0..<1_000).map { secrets.hash(id, slice: $0) }
    #expect(Set(hashes.map(\.low)).count == 1_000)
    #expect(Set(hashes.map(\.high)).count == 1_000)
  }
}
