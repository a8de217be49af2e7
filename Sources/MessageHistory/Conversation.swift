/// The rows of one conversation in reading order, without duplicates.
///
/// A view into a partition: valid only during the call that hands it out.
package struct Conversation {
  package let records: UnsafeBufferPointer<MessageRecord>
  /// All traits of the history, by index.
  package let traits: UnsafeBufferPointer<MessageTraits>
  /// The same with the tables of what is asked of many rows.
  package let traitsView: TraitsView

  @inlinable
  package init(records: UnsafeBufferPointer<MessageRecord>, traits: TraitsView) {
    self.records = records
    self.traits = traits.all
    traitsView = traits
  }

  /// Some rows of another one.
  @inlinable
  init(records: Slice<UnsafeBufferPointer<MessageRecord>>, of other: Conversation) {
    self.records = UnsafeBufferPointer(rebasing: records)
    traits = other.traits
    traitsView = other.traitsView
  }

  /// The number of rows; at least one.
  @inlinable
  package var count: Int { records.count }

  @inlinable
  @inline(__always)
  package subscript(index: Int) -> Message {
    let record = records[index]
    return Message(
      instant: record.instant, traits: traits[Int(record.traits)], place: record.place,
      contact: record.contact)
  }

  /// Index of the slice (page and channel) that the conversation belongs to.
  @inlinable
  package var slice: UInt32 { traits[Int(records[0].traits)].slice }

  /// Whether the conversation's key has this hash.
  func isKeyed(by hash: (high: UInt64, low: UInt64)) -> Bool {
    records[0].conversation == hash.high
      && records[0].conversationTail == UInt8(truncatingIfNeeded: hash.low)
  }

  /// The same conversation without the rows later than `asOf`; nil where none is left.
  @inlinable
  package func upTo(_ asOf: Instant) -> Conversation? {
    var end = records.count
    while end > 0, records[end - 1].instant > asOf { end -= 1 }
    guard end > 0 else { return nil }
    return Conversation(records: records[..<end], of: self)
  }
}
