import DelimitedText

/// A worker's memory of what the words of an input's cells mean.
///
/// It is asked for rows whose words together were not met before.
struct WordMemo: ~Copyable {
  private var numbers: CellMemo
  /// The words of the input whose rows are being read.
  private var vocabulary = RowVocabulary.general

  init(hash: KeyedHash) {
    numbers = CellMemo(hash: hash)
  }

  /// Forgets what does not hold for an input, before its next rows.
  mutating func begin(_ vocabulary: RowVocabulary) {
    if self.vocabulary.isGeneral, vocabulary.isGeneral { return }
    self.vocabulary = vocabulary
    numbers.removeAll()
  }

  /// `none` for an unknown word.
  mutating func direction(_ cell: UnsafeRawBufferPointer) -> Direction {
    let number = number(of: cell, .direction) {
      UInt32(($0.directions.meaning(of: cell) ?? .none).rawValue)
    }
    return Direction(rawValue: UInt8(truncatingIfNeeded: number)) ?? .none
  }

  /// Nil for an unknown word.
  mutating func kind(_ cell: UnsafeRawBufferPointer) -> MessageKind? {
    MessageKind(
      number: number(of: cell, .kind) {
        $0.kinds.meaning(of: cell)?.number ?? MessageKind.unknown
      })
  }

  /// `none` for an unknown word.
  mutating func status(_ cell: UnsafeRawBufferPointer) -> ConversationStatus {
    let number = number(of: cell, .status) {
      UInt32(($0.statuses.meaning(of: cell) ?? .none).rawValue)
    }
    return ConversationStatus(rawValue: UInt8(truncatingIfNeeded: number)) ?? .none
  }

  /// `other` for an unknown word.
  mutating func tag(_ cell: UnsafeRawBufferPointer) -> MessageTag {
    let number = number(of: cell, .tag) {
      UInt32(($0.tags.meaning(of: cell) ?? .other).rawValue)
    }
    return MessageTag(rawValue: UInt8(truncatingIfNeeded: number)) ?? .other
  }

  /// `none` for what is no rating.
  mutating func rating(_ cell: UnsafeRawBufferPointer) -> Rating {
    let number = number(of: cell, .rating) { _ in (Rating(parsing: cell) ?? .none).millionths }
    return Rating(millionths: number)
  }

  private enum Sort: UInt8 {
    // From 1 to 15, as cells' sorts are.
    case direction = 1
    case kind, status, tag, rating
  }

  private mutating func number(
    of cell: UnsafeRawBufferPointer, _ sort: Sort, read: (RowVocabulary) -> UInt32
  ) -> UInt32 {
    if let number = numbers.number(of: cell, sort: sort.rawValue) { return number }
    let number = read(vocabulary)
    numbers.note(cell, sort: sort.rawValue, number)
    return number
  }
}

extension MessageKind {
  fileprivate static let unknown: UInt32 = .max

  /// A number for each kind, `unknown` being none of them.
  fileprivate var number: UInt32 {
    switch self {
    case .human: 0
    case .automated: 1
    case .note: 2
    case .event(let event): 3 + UInt32(event.rawValue)
    }
  }

  fileprivate init?(number: UInt32) {
    switch number {
    case 0: self = .human
    case 1: self = .automated
    case 2: self = .note
    case Self.unknown: return nil
    default: self = .event(EventKind(rawValue: UInt8(truncatingIfNeeded: number - 3)) ?? .other)
    }
  }
}
