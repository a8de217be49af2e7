import MessageHistory

/// The contacts of some rows, told apart as these pass in any order.
///
/// A row is looked for from a place that its hash tells, in slots that stay in a processor's cache; that
/// takes less than putting rows in order, and holds each contact once, however many rows it has.
struct ContactTable: ~Copyable {
  /// A row of each contact, an old one where there is one, at a place of its own; a power of two.
  private var slots = OwnedMemory<ContactRow>(repeating: .none, count: 64)
  private var mask = 63
  private var count = 0

  /// Lets go of all contacts, and makes room for those of so many rows.
  mutating func removeAll(expecting rows: Int) {
    var size = 64
    while size < rows + rows / 2 { size *= 2 }
    if size > slots.capacity { slots = OwnedMemory(capacity: size) }
    slots.base.initialize(repeating: .none, count: size)
    mask = size - 1
    count = 0
  }

  /// Takes a row.
  ///
  /// - Returns: by how much there are more new contacts than before: 1 for a new one, −1 where one
  ///   turns out to be old.
  @inline(__always)
  mutating func take(_ row: ContactRow) -> Int {
    var slot = row.place & mask
    while true {
      let known = slots.base[slot]
      if known.isOfSameContact(as: row) {
        guard known.isNew, !row.isNew else { return 0 }
        slots.base[slot] = row
        return -1
      }
      if known.isNone {
        slots.base[slot] = row
        count &+= 1
        if count &* 4 > mask &* 3 { widen() }
        return row.isNew ? 1 : 0
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func widen() {
    let former = mask + 1
    let wider = OwnedMemory<ContactRow>(repeating: .none, count: 2 * former)
    mask = 2 * former - 1
    for index in 0..<former where !slots.base[index].isNone {
      var slot = slots.base[index].place & mask
      while !wider.base[slot].isNone { slot = (slot + 1) & mask }
      wider.base[slot] = slots.base[index]
    }
    slots = wider
  }
}
