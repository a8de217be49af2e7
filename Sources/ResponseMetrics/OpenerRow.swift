package import MessageHistory

/// An opener of the period as the tallies keep it: exact, fixed in size, free to be regrouped.
package struct OpenerRow: Sendable {
  package var instant: Instant
  /// The first response time where answered, else the wait until the conversation's next opener
  /// or as-of; milliseconds.
  package var wait: Int64
  package var slice: UInt32
  /// The employee who sent the first response, 0 for unattributed; of no meaning where none came.
  package var employee: UInt32
  /// The newest assignee at the opener's instant, 0 for nobody.
  package var assignee: UInt32
  package var outcome: OpenerOutcome
  package var isFirstOutboundAutomated: Bool
  package var isHandledByAutomation: Bool
}
