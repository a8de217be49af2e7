/// Tells cheaply that all identities of a conversation differ, as they nearly always do.
///
/// It has a bit for each of 14 bits of an identity: equal identities always meet in one, others
/// seldom, and then somebody has to look.
struct IdentityFilter: ~Copyable {
  private let words = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount)

  private static let wordCount = 256

  init() {
    words.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit {
    words.deallocate()
  }

  /// Enters an identity; 1 where one with the same bits was entered before, else 0.
  @inline(__always)
  func enter(_ identity: UInt64) -> UInt64 {
    let word = words + Self.word(of: identity)
    let bit = identity >> 24 & 63
    let found = word.pointee &>> bit & 1
    word.pointee |= 1 &<< bit
    return found
  }

  /// Forgets identities, which are all that were entered.
  @inline(__always)
  func remove(_ records: UnsafeMutableBufferPointer<MessageRecord>) {
    guard records.count < Self.wordCount else {
      return words.update(repeating: 0, count: Self.wordCount)
    }
    for record in records { words[Self.word(of: record.identity)] = 0 }
  }

  @inline(__always)
  private static func word(of identity: UInt64) -> Int {
    Int(truncatingIfNeeded: identity >> 30) & (wordCount - 1)
  }
}
