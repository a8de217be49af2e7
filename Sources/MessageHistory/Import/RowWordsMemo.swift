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
    /// Where all that they say is kept, from 0.
    let number: UInt32
    /// The flags of a row that its traits tell something of.
    private let evidence: UInt8
    /// Whether there is nothing to report of such rows, and no reason to reject one.
    let isPlain: Bool
    /// Where in a row the hash lies of the people whom the traits of such rows tell: senders and
    /// assignees, or assignees alone.
    private let people: UInt8
    private let messageClass: UInt8
    private let directions: UInt16

    fileprivate init(_ words: RowWords, number: UInt32 = 0) {
      slice = words.slice
      evidence = UInt8(
        words.messageClass == .inbound ? RowFlags.ofInboundContact : RowFlags.ofContact)
      self.number = number
      isPlain = words.isPlain
      let path = words.messageClass == .humanOutbound ? \row_keys.senders : \row_keys.assignees
      people = UInt8(MemoryLayout<row_keys>.offset(of: path) ?? 0)
      messageClass = words.messageClass.rawValue
      directions = (words.direction == .none ? 0 : 1) | (words.needsDirection ? 1 << 8 : 0)
    }

    /// What a row adds to the counts of `InputCounts.add(plainRows:tally:)`.
    @inline(always)
    var tally: UInt64 { UInt64(directions) }

    /// The raw value of the class of messages of such words, where no machine sent them.
    @inline(always)
    var sort: UInt32 { UInt32(messageClass) }

    /// What tells the people of a row of such words, and what it shows of its contact.
    @inline(always)
    func people(
      of row: UnsafePointer<row_keys>, _ evidence: RowSecrets.Extension
    ) -> RowKey {
      let people = UnsafeRawPointer(row).load(fromByteOffset: Int(people), as: row_hash.self)
      return RowKey(evidence(people, by: UInt64(row.pointee.flags & UInt32(self.evidence))))
    }
  }

  private var known: KeyedTable<RowKey, Known>
  /// All that was noted, by number.
  private var said: [RowWords] = []

  /// Rows that differ in more ways than this differ in nearly every row; remembering them all would
  /// cost memory and save nothing.
  private static let mostEntries = 1 << 14

  init(hash: KeyedHash) {
    known = KeyedTable(hash: hash, blank: Known(.blank))
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

  var count: Int { said.count }

  var isFull: Bool { said.count == Self.mostEntries }

  /// All that rows say of whose words so much is known.
  subscript(known: Known) -> RowWords { said[Int(known.number)] }

  /// Notes what rows say that were not known, of which there is room for more.
  mutating func note(_ words: row_hash, _ said: RowWords) -> Known {
    let known = Known(said, number: UInt32(self.said.count))
    self.known.note(RowKey(words), known)
    self.said.append(said)
    return known
  }
}

/// What tells a row's words, or its people, from others.
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
