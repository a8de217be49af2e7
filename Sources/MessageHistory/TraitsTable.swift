/// All distinct combinations of traits, shared by all workers.
package final class TraitsTable: Sendable {
  private let contents = Locked<(indexes: [MessageTraits: UInt32], all: [MessageTraits])>(([:], []))

  package init() {}

  func index(of traits: MessageTraits) -> UInt32 {
    contents.withLock { contents in
      if let index = contents.indexes[traits] { return index }
      let index = UInt32(contents.all.count)
      contents.indexes[traits] = index
      contents.all.append(traits)
      return index
    }
  }

  /// All traits, by index.
  package var all: [MessageTraits] { contents.withLock { $0.all } }
}

/// A worker's own copy of the part of the table that it has met.
struct TraitsCache: ~Copyable {
  /// All of a row's traits in three numbers.
  fileprivate struct Packed: Equatable {
    var senders: UInt64
    var people: UInt64
    /// Never zero: the lowest bit is set.
    var state: UInt64
  }

  private struct Slot {
    var key: Packed
    var index: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = 256
  private var count = 0
  private let table: TraitsTable
  private let hash: KeyedHash

  init(table: TraitsTable, hash: KeyedHash) {
    self.table = table
    self.hash = hash
    slots = Self.emptySlots(capacity)
  }

  deinit {
    slots.deallocate()
  }

  @inline(__always)
  mutating func index(of traits: MessageTraits) -> UInt32 {
    let key = Packed(traits)
    var slot = place(of: key)
    while slots[slot].key.state != 0 {
      if slots[slot].key == key { return slots[slot].index }
      slot = (slot + 1) & (capacity - 1)
    }
    return insert(traits, key)
  }

  @inline(__always)
  private func place(of key: Packed) -> Int {
    Int(truncatingIfNeeded: hash.mix(hash.mix(key.senders, key.people), key.state))
      & (capacity - 1)
  }

  @inline(never)
  private mutating func insert(_ traits: MessageTraits, _ key: Packed) -> UInt32 {
    let index = table.index(of: traits)
    count += 1
    if count * 2 > capacity { grow() }
    place(Slot(key: key, index: index))
    return index
  }

  private mutating func place(_ entry: Slot) {
    var slot = place(of: entry.key)
    while slots[slot].key.state != 0 { slot = (slot + 1) & (capacity - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
    capacity *= 2
    slots = Self.emptySlots(capacity)
    for entry in old where entry.key.state != 0 { place(entry) }
    old.deallocate()
  }

  private static func emptySlots(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(
      repeating: Slot(key: Packed(senders: 0, people: 0, state: 0), index: 0), count: capacity)
    return slots
  }
}

extension TraitsCache.Packed {
  @inline(__always)
  fileprivate init(_ traits: MessageTraits) {
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
