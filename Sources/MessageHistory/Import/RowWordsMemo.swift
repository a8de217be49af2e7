import DelimitedText

/// A worker's memory of what the words of rows say, by their bytes as they stand in the file.
///
/// One look-up takes the place of one a cell, and known cells need not be trimmed or unquoted: that
/// made decoding half again as fast. Bytes are told apart by a hash of 127 bits, keyed with a
/// secret of the run.
struct RowWordsMemo: ~Copyable {
  /// What tells the words of one row from those of another.
  struct Key: KeyedTableKey {
    fileprivate var low: UInt64
    /// Never zero: the lowest bit is set.
    fileprivate var high: UInt64

    static let vacant = Key(low: 0, high: 0)

    @inline(always)
    var isVacant: Bool { high == 0 }

    @inline(always)
    func place(by hash: KeyedHash) -> UInt64 { low }
  }

  private var words: KeyedTable<Key, RowWords>
  private let hash: KeyedHash
  private let masks = FourWords.makeMasks()
  private var spans = UnsafeMutableBufferPointer<WordSpans.Span>.allocate(capacity: 0)
  /// Eight numbers a span, and four for the lengths.
  private var secrets = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)

  /// Rows that differ in more ways than this differ in nearly every row; remembering them all would
  /// cost memory and save nothing.
  private static let mostEntries = 1 << 14

  init(hash: KeyedHash) {
    self.hash = hash
    words = KeyedTable(hash: hash, blank: .blank, mostEntries: Self.mostEntries)
  }

  deinit {
    masks.deallocate()
    spans.deallocate()
    secrets.deallocate()
  }

  /// Forgets everything, before the rows of an input whose words stand in other fields or say
  /// something else.
  mutating func begin(_ layout: WordSpans) {
    words.removeAll()
    spans.deallocate()
    secrets.deallocate()
    spans = .allocate(capacity: layout.spans.count)
    _ = spans.initialize(from: layout.spans)
    let count = layout.spans.count * 8 + 4
    secrets = .allocate(capacity: count)
    for index in 0..<count {
      let secret = withUnsafeBytes(of: index) { hash.hash64($0, domain: HashDomain.wordSecret) }
      secrets.advanced(by: index).initialize(to: secret)
    }
  }

  /// What a row says whose words were noted; nil where they were not.
  @inline(always)
  func words(of key: Key) -> RowWords? { words.value(of: key) }

  /// Notes what a row says.
  mutating func note(_ key: Key, _ words: RowWords) {
    self.words.note(key, words)
  }

  /// The key of a record's words.
  ///
  /// The record is of the input begun last; up to `end` bytes may be read.
  @inline(never)
  func key(of record: Record, readableUntil end: UnsafeRawPointer) -> Key {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var lengths: UInt64 = 0
    var secret = UnsafePointer(secrets)
    for span in spans {
      let (start, count) = record.span(
        from: Int(truncatingIfNeeded: span.first), through: Int(truncatingIfNeeded: span.last))
      lengths = lengths &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: count)
      let parts = FourWords(start, count, readableUntil: end, masks: masks, hash: hash)
      low &+= KeyedHash.folded(parts.first ^ secret[0], parts.second ^ secret[1])
      high &+= KeyedHash.folded(parts.first ^ secret[2], parts.second ^ secret[3])
      if parts.third | parts.fourth != 0 {
        low &+= KeyedHash.folded(parts.third ^ secret[4], parts.fourth ^ secret[5])
        high &+= KeyedHash.folded(parts.third ^ secret[6], parts.fourth ^ secret[7])
      }
      secret += 8
    }
    low &+= KeyedHash.folded(lengths ^ secret[0], secret[1])
    high &+= KeyedHash.folded(lengths ^ secret[2], secret[3])
    return Key(low: low, high: high | 1)
  }
}
