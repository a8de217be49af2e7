import Synchronization

/// All distinct combinations of traits, shared by all workers.
package final class TraitsTable: Sendable {
  private let contents = Mutex<(indexes: [MessageTraits: UInt32], all: [MessageTraits])>(([:], []))

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
struct TraitsCache {
  private var slots: [(traits: MessageTraits, index: UInt32)?] = Array(repeating: nil, count: 256)
  private var count = 0
  private let table: TraitsTable

  init(table: TraitsTable) {
    self.table = table
  }

  mutating func index(of traits: MessageTraits) -> UInt32 {
    var slot = Self.mix(traits) & (slots.count - 1)
    while let known = slots[slot] {
      if known.traits == traits { return known.index }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = table.index(of: traits)
    slots[slot] = (traits, index)
    count += 1
    if count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let known = slots.compactMap(\.self)
    slots = Array(repeating: nil, count: slots.count * 2)
    for entry in known {
      var slot = Self.mix(entry.traits) & (slots.count - 1)
      while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  private static func mix(_ traits: MessageTraits) -> Int {
    var hash = UInt64(traits.slice) << 32 | UInt64(traits.employee)
    hash = hash &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(traits.assignee) << 32
    hash ^= UInt64(traits.senderName) | UInt64(traits.rating.millionths) << 24
    hash = hash &* 0xC2B2_AE3D_27D4_EB4F
    hash ^= UInt64(traits.messageClass.rawValue) | UInt64(traits.event.rawValue) << 8
    hash ^= UInt64(traits.status.rawValue) << 16 | UInt64(traits.tag.rawValue) << 24
    hash ^= UInt64(traits.contact.rank.rawValue) << 32
    hash ^=
      (traits.contact.hasContactName ? 1 : 0) << 40 | (traits.contact.hasSenderName ? 1 : 0) << 41
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
