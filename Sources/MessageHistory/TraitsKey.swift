/// All of a row's traits in three numbers.
struct TraitsKey: KeyedTableKey {
  private var senders: UInt64
  private var people: UInt64
  /// Never zero: the lowest bit is set.
  private var state: UInt64

  private init(senders: UInt64, people: UInt64, state: UInt64) {
    (self.senders, self.people, self.state) = (senders, people, state)
  }

  static let vacant = TraitsKey(senders: 0, people: 0, state: 0)

  @inline(always)
  var isVacant: Bool { state == 0 }

  @inline(always)
  func place(by hash: KeyedHash) -> UInt64 { hash.mix(hash.mix(senders, people), state) }

  @inline(always)
  init(_ traits: MessageTraits) {
    senders = UInt64(traits.slice) | UInt64(traits.employee) << 32
    people = UInt64(traits.senderName) | UInt64(traits.assignee) << 32
    let words =
      UInt64(traits.messageClass.rawValue) << 24 | UInt64(traits.event.rawValue) << 20
      | UInt64(traits.status.rawValue) << 16 | UInt64(traits.tag.rawValue) << 12
      | UInt64(traits.contact.rank.rawValue) << 8
    let flags: UInt64 =
      (traits.contact.hasContactName ? 4 : 0) | (traits.contact.hasSenderName ? 2 : 0) | 1
    state = UInt64(traits.rating.millionths) << 32 | words | flags
  }
}
