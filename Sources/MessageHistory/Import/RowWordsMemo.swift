import CRowKeys

/// A worker's memory of what the words of rows say, by their bytes as they stand in the file.
///
/// One look-up takes the place of one a cell, and known cells need not be trimmed or unquoted: that
/// made decoding half again as fast. Bytes are told apart by a hash of 127 bits, keyed with a
/// secret of the run.
struct RowWordsMemo: ~Copyable {
  /// What is asked of the words of every row, in 16 bytes: a table of many pages shall stay in the
  /// cache.
  struct Known {
    /// Index of the page and channel.
    let slice: UInt32
    /// The flags of a row that its traits tell something of.
    let evidence: UInt32
    /// Where all that they say is kept.
    fileprivate let number: UInt32
    /// Whether there is nothing to report of such rows, and no reason to reject one.
    let isPlain: Bool
    /// Whether the traits of such rows tell who sent them.
    let namesSender: Bool
    private let hasDirection: Bool
    private let needsDirection: Bool

    init(_ words: RowWords, number: UInt32 = 0) {
      slice = words.slice
      evidence =
        words.messageClass == .inbound ? RowFlags.ofInboundContact : RowFlags.ofContact
      self.number = number
      isPlain = words.isPlain
      namesSender = words.messageClass == .humanOutbound
      hasDirection = words.direction != .none
      needsDirection = words.needsDirection
    }

    /// What a row adds to the counts of `InputCounts.add(plainRows:tally:)`.
    @inline(always)
    var tally: UInt64 { (hasDirection ? 1 : 0) | (needsDirection ? 1 << 32 : 0) }
  }

  private var known: KeyedTable<RowKey, Known>
  /// All that was noted, by number.
  private var said: [RowWords] = []

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
    said.removeAll(keepingCapacity: true)
  }

  /// What tells, by their `RowKey`, what is asked of rows with some words; valid until something is
  /// noted.
  @inline(always)
  var lookUp: KeyedTable<RowKey, Known>.LookUp { known.lookUp }

  /// All that rows with these words say; nil where nothing is known.
  func words(of words: row_hash) -> RowWords? {
    known.value(of: RowKey(words)).map { said[Int($0.number)] }
  }

  /// Notes what rows say that were not known.
  mutating func note(_ words: row_hash, _ said: RowWords) {
    if self.said.count == Self.mostEntries { removeAll() }
    known.note(RowKey(words), Known(said, number: UInt32(self.said.count)))
    self.said.append(said)
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

  /// In one comparison, as two keys in one place are nearly always one.
  @inline(always)
  static func == (left: RowKey, right: RowKey) -> Bool {
    (left.low ^ right.low) | (left.high ^ right.high) == 0
  }

  @inline(always)
  var isVacant: Bool { high == 0 }

  // The hash's halves are of numbers that are secret; their middle bits depend on all of the row's.
  @inline(always)
  func place(by hash: KeyedHash) -> UInt64 { low >> 32 }
}
