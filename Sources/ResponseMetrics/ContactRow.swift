import MessageHistory

/// The contact of a conversation, and whether it wrote there before the period or in it.
package struct ContactRow: FixedRow {
  package var key: UInt64
  /// The slice, and in the low bits what sort of key it is and whether the contact is an old one.
  private var details: UInt32

  /// - Parameters:
  ///   - key: keyed hash of the contact's key.
  ///   - isID: whether it is an id; else it is a name.
  ///   - slice: of the conversation.
  ///   - isOld: whether the first inbound message lies before the period.
  init(key: UInt64, isID: Bool, slice: UInt32, isOld: Bool) {
    self.key = key
    details = slice << 2 | (isID ? 2 : 0) | (isOld ? 0 : 1)
  }

  /// Keys are hashes: so many bits of them leave few contacts beside each other, and more would only
  /// cost time to sort.
  @inline(__always)
  package var order: Int64 { Int64(truncatingIfNeeded: key >> 40) }

  /// By the leading seven bits of a hash.
  @inline(__always)
  package static var scale: BucketScale { BucketScale(digits: 6, cut: 17) }

  package static var bucketCount: Int { 128 }

  @inline(__always)
  var slice: UInt32 { details >> 2 }

  /// Whether the first inbound message lies in the period.
  @inline(__always)
  var isNew: Bool { details & 1 == 1 }

  @inline(__always)
  func isOfSameContact(as other: ContactRow) -> Bool {
    key == other.key && details >> 1 == other.details >> 1
  }

  // MARK: In a table

  /// No contact: of a slice that is never reached.
  static var none: ContactRow {
    ContactRow(key: 0, isID: true, slice: .max >> 2, isOld: false)
  }

  @inline(__always)
  var isNone: Bool { details == .max }

  /// Where tables begin to look for it, by bits that say nothing of its bucket; a contact may be one of
  /// several slices.
  @inline(__always)
  var place: Int {
    Int(truncatingIfNeeded: (key ^ UInt64(details >> 1) &* 0x9E37_79B9_7F4A_7C15) & (1 << 40 - 1))
  }

  /// Which of some parts of its bucket it belongs to, all rows of a contact to the same one.
  @inline(__always)
  func part(of parts: Int) -> Int {
    Int(truncatingIfNeeded: (key >> 8 & (1 << 32 - 1)) &* UInt64(parts) >> 32)
  }
}
