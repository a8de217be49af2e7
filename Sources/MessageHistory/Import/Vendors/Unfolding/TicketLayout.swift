/// What the columns of a table of tickets mean.
struct TicketLayout: Sendable {
  /// How the first response is told.
  enum FirstResponse: Sendable {
    /// Its time.
    case at(String)
    /// The time between it and the creation, in units.
    case after(String, unit: Milliseconds)
  }

  /// How it is told that we began the ticket.
  enum StartedByUs: Sendable {
    case never
    /// A flag says so.
    case flag(String)
    /// Two cells name different people.
    case differ(String, String)
  }

  struct Rating: Sendable {
    var score: String
    /// When it was given.
    var at: String
  }

  var id: String
  var created: String
  var firstResponse: FirstResponse
  /// When it ended; the first of these that is not blank holds.
  var ended: [String]
  var status: String?
  var assignee: String
  var contactID: String
  var contactName: String
  var channel: String
  var startedByUs = StartedByUs.never
  var rating: Rating?
  /// Words for the status, beside the general ones.
  var statuses: [String: String] = [:]
}
