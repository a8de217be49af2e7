import MessageHistory

/// What is asked of each of millions of rows: the record's own properties that say the same belong to
/// another module, and so would be called.
extension MessageRecord {
  /// The same as `moment`.
  @inline(__always)
  var inlinedMoment: Int64 { momentAndPlace &>> 12 }

  /// The milliseconds of `instant`.
  @inline(__always)
  var inlinedInstant: Int64 { inlinedMoment &>> 3 }

  /// The same as `conversationTail`.
  @inline(__always)
  var inlinedTail: UInt8 { UInt8(truncatingIfNeeded: identityAndTail) }

  /// The same as `place`.
  @inline(__always)
  var inlinedPlace: Place {
    let number = UInt64(truncatingIfNeeded: momentAndPlace & 0xFFF) &<< 32 | UInt64(lowerPlace)
    // A place is this number and nothing else; were it more, this would stop at once.
    return unsafeBitCast(number, to: Place.self)
  }
}
