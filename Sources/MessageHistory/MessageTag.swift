/// A message tag as far as the messaging window cares.
///
/// Source: the Messenger platform's tags; `human_agent` allows seven days, the others any time.
package enum MessageTag: UInt8, Sendable {
  /// None, or one that allows nothing.
  case other = 0
  case humanAgent = 1
  /// `confirmed_event_update`, `post_purchase_update` or `account_update`.
  case update = 2
}
