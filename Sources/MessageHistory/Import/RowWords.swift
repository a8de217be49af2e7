/// What the words of a row say: all cells that hold one of a few words, its page and its channel.
///
/// Rows of a file differ in their ids, moments and texts, but hardly in this.
struct RowWords: Sendable {
  /// Cells whose words mean nothing in their column.
  struct Unknown: OptionSet, Sendable {
    var rawValue: UInt8

    static let kind = Unknown(rawValue: 1)
    static let status = Unknown(rawValue: 2)
    static let rating = Unknown(rawValue: 4)
  }

  /// Index of the page and channel; 0 until the row is taken, since rejected rows name none.
  var slice: UInt32 = 0
  var rating = Rating.none
  var direction: Direction
  /// Human where only the sender can tell that it is automated.
  var messageClass: MessageClass
  var event: EventKind
  var status = ConversationStatus.none
  var tag = MessageTag.other
  /// Whether the row cannot be understood without a direction.
  var needsDirection: Bool
  /// Whether it is a message that does not say which way it went.
  var lacksDirection: Bool
  var unknown: Unknown = []

  /// - Parameters:
  ///   - known: what the row says it is; nil where that is not known.
  ///   - direction: `none` where the row says none that is known.
  init(kind known: MessageKind?, direction: Direction) {
    self.direction = direction
    event = .other
    switch known ?? (direction == .none ? .event(.other) : .human) {
    case .note:
      messageClass = .note
    case .event(let event):
      messageClass = .event
      self.event = event
    case .human:
      messageClass = direction == .inbound ? .inbound : .humanOutbound
    case .automated:
      messageClass = direction == .inbound ? .inbound : .automatedOutbound
    }
    // Of an unknown kind nobody knows whether it needs a direction: a file of such rows alone
    // is more likely one of messages than one of events.
    needsDirection = known == nil || messageClass.isSentOrReceived
    lacksDirection = messageClass.isSentOrReceived && direction == .none
    if known == nil { unknown.insert(.kind) }
  }

  /// Whether there is nothing to report of such a row, and no reason to reject it.
  @inline(always)
  var isPlain: Bool { !lacksDirection && unknown.rawValue == 0 }

  /// What stands for no words at all.
  static let blank = RowWords(kind: nil, direction: .none)
}
