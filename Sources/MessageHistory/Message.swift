/// One row as the walk sees it.
package struct Message: Sendable {
  package var instant: Instant
  package var traits: MessageTraits
  package var place: Place
  /// Keyed hash of the contact's key of the rank that the traits give.
  package var contact: UInt64

  @inlinable
  package init(instant: Instant, traits: MessageTraits, place: Place, contact: UInt64) {
    self.instant = instant
    self.traits = traits
    self.place = place
    self.contact = contact
  }

  /// The status that the row sets.
  @inlinable
  package var statusSet: ConversationStatus { traits.statusSet }
}
