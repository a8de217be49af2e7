package import MessageHistory

/// An inbound message that asks for a response, and what became of it in its exchange.
package struct OpenerFact: Sendable {
  package var instant: Instant
  package var place: Place
  /// Index of the opener among the conversation's rows.
  package var row: Int
  /// The first human outbound message of the exchange.
  package var response: Response?
  /// Instant of the conversation's next opener, where there is one.
  package var nextOpener: Instant?
  /// The conversation's newest assignee at the opener's instant, 0 for nobody.
  package var assignee: UInt32
  /// Whether the conversation has no earlier inbound message.
  package var isFirstInbound: Bool
  /// Instant of the visible message before the opener, where there is one.
  package var visibleBefore: Instant?
  /// Whether the exchange's first outbound message is automated.
  package var isFirstOutboundAutomated = false
  /// Whether the exchange has automated replies only, and no further inbound message.
  package var isHandledByAutomation = false
  /// Employees who replied in the exchange after another employee had: a range of `handovers`.
  package var handovers: Range<Int>

  /// The message that answered an opener.
  package struct Response: Sendable {
    package var instant: Instant
    /// Index of the employee who sent it, 0 for unattributed.
    package var employee: UInt32
    package var row: Int

    package init(instant: Instant, employee: UInt32, row: Int) {
      self.instant = instant
      self.employee = employee
      self.row = row
    }
  }

  package init(
    instant: Instant, place: Place, row: Int, isFirstInbound: Bool, visibleBefore: Instant?,
    firstHandover: Int = 0
  ) {
    self.instant = instant
    self.place = place
    self.row = row
    self.isFirstInbound = isFirstInbound
    self.visibleBefore = visibleBefore
    self.assignee = 0
    self.handovers = firstHandover..<firstHandover
  }

  /// First response's instant − opener's instant; nil where the exchange is unanswered.
  package var firstResponseTime: Milliseconds? {
    response.map { $0.instant - instant }
  }

  /// How long the opener has waited where it was not answered: until the conversation's next
  /// opener, else until as-of.
  package func censoredWait(asOf: Instant) -> Milliseconds {
    (nextOpener ?? asOf) - instant
  }
}
