package import MessageHistory

/// An inbound message that asks for a response, and what became of it in its exchange.
package struct OpenerFact: BitwiseCopyable, Sendable {
  package let instant: Instant
  package let place: Place
  /// Index of the opener among the conversation's rows.
  package let row: Int
  /// The first human outbound message of the exchange.
  package internal(set) var response: Response?
  /// Whether the conversation has no earlier inbound message.
  package let isFirstInbound: Bool
  /// Whether the exchange's first outbound message is automated.
  package internal(set) var isFirstOutboundAutomated = false
  /// Whether the exchange has a further inbound message.
  var hasFurtherInbound = false
  /// The conversation's newest assignee at the opener's instant, 0 for nobody.
  package internal(set) var assignee: UInt32 = 0
  /// Instant of the conversation's next opener, where there is one.
  package internal(set) var nextOpener: Instant?
  /// Instant of the visible message before the opener, where there is one.
  package let visibleBefore: Instant?
  private let firstHandover: Int
  private var endOfHandovers: Int

  /// The message that answered an opener.
  package struct Response: BitwiseCopyable, Sendable {
    package let instant: Instant
    package let row: Int
    /// Index of the employee who sent it, 0 for unattributed.
    package let employee: UInt32

    package init(instant: Instant, employee: UInt32, row: Int) {
      self.instant = instant
      self.employee = employee
      self.row = row
    }
  }

  /// An opener without a response, before whose exchange there are so many handovers.
  @inline(__always)
  init(
    instant: Instant, place: Place, row: Int, isFirstInbound: Bool, visibleBefore: Instant?,
    firstHandover: Int
  ) {
    self.instant = instant
    self.place = place
    self.row = row
    self.isFirstInbound = isFirstInbound
    self.visibleBefore = visibleBefore
    self.firstHandover = firstHandover
    endOfHandovers = firstHandover
  }

  /// Ends the exchange: with the next opener, or nil with the conversation.
  @inline(__always)
  mutating func end(at nextOpener: Instant?, handovers: Int) {
    self.nextOpener = nextOpener
    endOfHandovers = handovers
  }

  /// Employees who replied in the exchange after another employee had: a range of the conversation's
  /// handovers.
  @inline(__always)
  package var handovers: Range<Int> { firstHandover..<endOfHandovers }

  /// Whether the exchange has automated replies only, and no further inbound message.
  package var isHandledByAutomation: Bool {
    isFirstOutboundAutomated && response == nil && !hasFurtherInbound
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
