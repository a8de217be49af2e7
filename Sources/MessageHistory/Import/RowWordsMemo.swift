import CRowKeys

/// A worker's memory of what the words of rows say, by their bytes as they stand in the file.
///
/// One look-up takes the place of one a cell, and known cells need not be trimmed or unquoted: that
/// made decoding half again as fast. Bytes are told apart by a hash of 127 bits, keyed with a
/// secret of the run.
struct RowWordsMemo: ~Copyable {
  /// What the words of a row say, and what that makes of it.
  struct Known {
    let words: RowWords
    let messageClass: MessageClass
    let slice: UInt32
    /// Whether there is nothing to report of such rows, and no reason to reject one.
    let isPlain: Bool
    /// Whether the traits of such rows tell who sent them.
    let namesSender: Bool
    /// What a row adds to the counts of `InputCounts.add(plainRows:tally:)`.
    let tally: UInt64
    /// The traits of such rows, where they name nobody and show this evidence of their contact.
    var traits: UInt32 = 0
    var evidence = UInt64.max

    init(_ words: RowWords) {
      self.words = words
      messageClass = words.messageClass
      slice = words.slice
      isPlain = words.isPlain
      namesSender = words.messageClass == .humanOutbound
      tally = InputCounts.tally(of: words)
    }
  }

  private var known: KeyedTable<RowKey, Known>

  /// Rows that differ in more ways than this differ in nearly every row; remembering them all would
  /// cost memory and save nothing.
  private static let mostEntries = 1 << 14

  init(hash: KeyedHash) {
    known = KeyedTable(hash: hash, blank: Known(.blank), mostEntries: Self.mostEntries)
  }

  /// Forgets everything, before the rows of an input whose words stand in other fields or say
  /// something else.
  mutating func removeAll() {
    known.removeAll()
  }

  /// Where it stands what is known of rows with these words, until something is noted; nil where
  /// nothing is known.
  @inline(always)
  func slot(of words: row_hash) -> Int? { known.slot(of: RowKey(words)) }

  @inline(always)
  subscript(slot: Int) -> Known {
    get { known[slot: slot] }
    nonmutating _modify { yield &known[slot: slot] }
  }

  /// Notes what rows say that were not known.
  mutating func note(_ words: row_hash, _ said: RowWords) {
    known.note(RowKey(words), Known(said))
  }
}

/// What tells a row's words, or its traits, from others.
struct RowKey: KeyedTableKey {
  private let low: UInt64
  /// Never zero: the lowest bit is set.
  private let high: UInt64

  @inline(always)
  init(_ hash: row_hash) {
    low = hash.low
    high = hash.high | 1
  }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  static let vacant = RowKey(low: 0, high: 0)

  @inline(always)
  var isVacant: Bool { high == 0 }

  // The hash's halves are of numbers that are secret; their middle bits depend on all of the row's.
  @inline(always)
  func place(by hash: KeyedHash) -> UInt64 { low >> 32 }
}
