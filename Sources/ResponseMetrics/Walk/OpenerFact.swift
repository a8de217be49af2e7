package import MessageHistory

/// An inbound message that asks for a response, and what became of it in its exchange.
///
/// What may be missing is kept as a number that is never met, since the walk writes and reads openers
/// by the million and an optional takes twice the room of what it holds.
package struct OpenerFact: BitwiseCopyable, Sendable {
  package let instant: Instant
  package let place: Place
  private let visibleBeforeOrNone: Instant
  private var nextOpenerOrNone = OpenerFact.none
  /// Of no meaning without a response.
  private(set) var responseInstant = OpenerFact.none
  private var responseRow: Int32 = -1
  /// Of no meaning without a response.
  private var turnOfResponse: Int32 = 0
  private var responder: UInt32 = 0
  /// The conversation's newest assignee at the opener's instant, 0 for nobody.
  package internal(set) var assignee: UInt32 = 0
  private let openerRow: Int32
  private let firstHandover: Int32
  private var endOfHandovers: Int32
  /// Whether the conversation has no earlier inbound message.
  package let isFirstInbound: Bool
  /// Whether the exchange's first outbound message is automated.
  package private(set) var isFirstOutboundAutomated = false
  /// Whether the exchange has a further inbound message.
  var hasFurtherInbound = false

  /// Long before all instants.
  private static var none: Instant { Instant(at: .min) }

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
    at instant: Int64, place: Place, row: Int, isFirstInbound: Bool, visibleBefore: Int64?,
    firstHandover: Int
  ) {
    self.instant = Instant(at: instant)
    self.place = place
    openerRow = Int32(truncatingIfNeeded: row)
    self.isFirstInbound = isFirstInbound
    visibleBeforeOrNone = visibleBefore.map(Instant.init(at:)) ?? Self.none
    self.firstHandover = Int32(truncatingIfNeeded: firstHandover)
    endOfHandovers = self.firstHandover
  }

  // MARK: What the walk adds

  /// Notes the first human outbound message of the exchange, which ends a turn of that index.
  @inline(__always)
  mutating func respond(at instant: Int64, employee: UInt32, row: Int, turn: Int) {
    responseInstant = Instant(at: instant)
    responder = employee
    responseRow = Int32(truncatingIfNeeded: row)
    turnOfResponse = Int32(truncatingIfNeeded: turn)
  }

  /// Notes an automated message of the exchange.
  @inline(__always)
  mutating func respondAutomatically() {
    if !isAnswered { isFirstOutboundAutomated = true }
  }

  /// Ends the exchange with the next opener, or with the conversation, before which there are so many
  /// handovers.
  @inline(__always)
  mutating func end(at nextOpener: Int64? = nil, handovers: Int) {
    if let nextOpener { nextOpenerOrNone = Instant(at: nextOpener) }
    endOfHandovers = Int32(truncatingIfNeeded: handovers)
  }

  // MARK: What it is asked

  /// Index of the opener among the conversation's rows.
  @inline(__always)
  package var row: Int { Int(openerRow) }

  @inline(__always)
  var isAnswered: Bool { responseRow >= 0 }

  /// The first human outbound message of the exchange.
  @inline(__always)
  package var response: Response? {
    isAnswered
      ? Response(instant: responseInstant, employee: responder, row: Int(responseRow)) : nil
  }

  /// Index of the turn that the response ended; of no meaning where the exchange is unanswered.
  @inline(__always)
  var turn: Int { Int(turnOfResponse) }

  /// Instant of the visible message before the opener, where there is one.
  @inline(__always)
  package var visibleBefore: Instant? {
    visibleBeforeOrNone.milliseconds == .min ? nil : visibleBeforeOrNone
  }

  /// Instant of the conversation's next opener, where there is one.
  @inline(__always)
  package var nextOpener: Instant? {
    nextOpenerOrNone.milliseconds == .min ? nil : nextOpenerOrNone
  }

  /// Employees who replied in the exchange after another employee had: a range of the conversation's
  /// handovers.
  @inline(__always)
  package var handovers: Range<Int> { Int(firstHandover)..<Int(endOfHandovers) }

  @inline(__always)
  var hasHandovers: Bool { firstHandover != endOfHandovers }

  /// Whether the exchange has automated replies only, and no further inbound message.
  package var isHandledByAutomation: Bool {
    isFirstOutboundAutomated && !isAnswered && !hasFurtherInbound
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
