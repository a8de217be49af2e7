import DelimitedText

/// A worker's memory of what the words of an input's cells mean.
struct WordMemos: ~Copyable {
  private var directions: CellMemo
  private var kinds: CellMemo
  private var statuses: CellMemo
  private var tags: CellMemo
  private var ratings: CellMemo
  /// The words of the input whose rows are being read.
  private var vocabulary: RowVocabulary

  init(hash: KeyedHash, vocabulary: RowVocabulary) {
    self.vocabulary = vocabulary
    directions = CellMemo(hash: hash)
    kinds = CellMemo(hash: hash)
    statuses = CellMemo(hash: hash)
    tags = CellMemo(hash: hash)
    ratings = CellMemo(hash: hash)
  }

  /// Forgets what does not hold for an input, before its next rows.
  mutating func begin(_ vocabulary: RowVocabulary) {
    if self.vocabulary.isGeneral, vocabulary.isGeneral { return }
    self.vocabulary = vocabulary
    directions.removeAll()
    kinds.removeAll()
    statuses.removeAll()
    tags.removeAll()
  }

  /// `none` for an unknown word.
  @inline(__always)
  mutating func direction(_ cell: UnsafeRawBufferPointer) -> Direction {
    let number = directions.number(of: cell) ?? note(direction: cell)
    return Direction(rawValue: UInt8(truncatingIfNeeded: number)) ?? .none
  }

  @inline(never)
  private mutating func note(direction cell: UnsafeRawBufferPointer) -> UInt32 {
    let number = UInt32((vocabulary.directions.meaning(of: cell) ?? .none).rawValue)
    directions.note(cell, number)
    return number
  }

  /// Nil for an unknown word.
  @inline(__always)
  mutating func kind(_ cell: UnsafeRawBufferPointer) -> MessageKind? {
    MessageKind(number: kinds.number(of: cell) ?? note(kind: cell))
  }

  @inline(never)
  private mutating func note(kind cell: UnsafeRawBufferPointer) -> UInt32 {
    let number = vocabulary.kinds.meaning(of: cell)?.number ?? MessageKind.unknown
    kinds.note(cell, number)
    return number
  }

  /// `none` for an unknown word.
  @inline(__always)
  mutating func status(_ cell: UnsafeRawBufferPointer) -> ConversationStatus {
    let number = statuses.number(of: cell) ?? note(status: cell)
    return ConversationStatus(rawValue: UInt8(truncatingIfNeeded: number)) ?? .none
  }

  @inline(never)
  private mutating func note(status cell: UnsafeRawBufferPointer) -> UInt32 {
    let number = UInt32((vocabulary.statuses.meaning(of: cell) ?? .none).rawValue)
    statuses.note(cell, number)
    return number
  }

  /// `other` for an unknown word.
  @inline(__always)
  mutating func tag(_ cell: UnsafeRawBufferPointer) -> MessageTag {
    let number = tags.number(of: cell) ?? note(tag: cell)
    return MessageTag(rawValue: UInt8(truncatingIfNeeded: number)) ?? .other
  }

  @inline(never)
  private mutating func note(tag cell: UnsafeRawBufferPointer) -> UInt32 {
    let number = UInt32((vocabulary.tags.meaning(of: cell) ?? .other).rawValue)
    tags.note(cell, number)
    return number
  }

  /// `none` for what is no rating.
  @inline(__always)
  mutating func rating(_ cell: UnsafeRawBufferPointer) -> Rating {
    Rating(millionths: ratings.number(of: cell) ?? note(rating: cell))
  }

  @inline(never)
  private mutating func note(rating cell: UnsafeRawBufferPointer) -> UInt32 {
    let number = (Rating(parsing: cell) ?? .none).millionths
    ratings.note(cell, number)
    return number
  }
}

extension MessageKind {
  static let unknown: UInt32 = .max

  /// A number for each kind, `unknown` being none of them.
  fileprivate var number: UInt32 {
    switch self {
    case .human: 0
    case .automated: 1
    case .note: 2
    case .event(let event): 3 + UInt32(event.rawValue)
    }
  }

  @inline(__always)
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
