/// The volumes of a slice in the period: sums, so that slices add up to pages and totals.
package struct SliceCounts: Sendable, Equatable {
  package var conversations = 0
  package var newContacts = 0
  package var inbound = 0
  package var outboundHuman = 0
  package var outboundAutomated = 0
  package var notes = 0
  package var reopenings = 0
  package var outsideWindow = 0
  package var allowedOutsideWindow = 0

  package init() {}

  package static func += (sum: inout SliceCounts, other: SliceCounts) {
    sum.conversations += other.conversations
    sum.newContacts += other.newContacts
    sum.inbound += other.inbound
    sum.outboundHuman += other.outboundHuman
    sum.outboundAutomated += other.outboundAutomated
    sum.notes += other.notes
    sum.reopenings += other.reopenings
    sum.outsideWindow += other.outsideWindow
    sum.allowedOutsideWindow += other.allowedOutsideWindow
  }
}
