package import MessageHistory

/// A time between two instants of a conversation, and all that it counts as.
///
/// One exchange mostly gives one time, which is an opener's first response, a turn's reply and what
/// other programs count at once: so a history has one row for two messages, in 24 bytes.
package struct WaitRow: FixedRow {
  /// What a time counts as.
  package struct Roles: OptionSet, Sendable {
    package let rawValue: Int64

    @inlinable
    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// The wait of an opener of the period.
    package static let opener = Roles(rawValue: 1 << 0)
    /// The wait of an opener of the compared period.
    package static let comparedOpener = Roles(rawValue: 1 << 1)
    /// The reply time of a turn of the period.
    package static let turn = Roles(rawValue: 1 << 2)
    /// A first response inside office hours, of an answered opener of the period.
    package static let officeResponse = Roles(rawValue: 1 << 3)
    /// A reply time inside office hours, of a turn of the period.
    package static let officeTurn = Roles(rawValue: 1 << 4)
    /// From an opener to the close that ends its resolution, in the period.
    package static let resolution = Roles(rawValue: 1 << 5)
    /// From a conversation's first message, in the period, to its first human reply.
    package static let firstReplyEver = Roles(rawValue: 1 << 6)
    /// A first response of an eligible opener that lies in the period itself.
    package static let replyDated = Roles(rawValue: 1 << 7)
    /// From the last inbound message of a turn to its reply, in the period.
    package static let lastMessage = Roles(rawValue: 1 << 8)

    /// What employees' figures are made of.
    static let ofEmployees: Roles = [.opener, .turn, .officeResponse]
  }

  /// The wait in milliseconds, then outcome, automation and roles.
  ///
  /// Instants are those of the years 0 to 10000, so that waits are below 2⁴⁹.
  private var packed: Int64
  package var slice: UInt32
  /// The employee whose reply ended the wait, 0 for unattributed; of no meaning where none came.
  package var employee: UInt32
  /// The newest assignee at the opener's instant, 0 for nobody.
  package var assignee: UInt32 = 0
  /// The local hour of the opener's instant, since 1970-01-01T00:00 of the report's clock.
  private var localHour: Int32 = 0

  static let roleBits: Int64 = 9
  static let outcomeBits: Int64 = 3
  static let outcomeShift = roleBits
  static let automatedFirst: Int64 = 1 << (outcomeShift + outcomeBits)
  static let handledByAutomation: Int64 = automatedFirst << 1
  private static let waitShift = outcomeShift + outcomeBits + 2

  /// - Parameters:
  ///   - wait: in milliseconds, from 0.
  ///   - roles: what it counts as.
  ///   - slice: of the conversation.
  ///   - employee: who ended it.
  package init(wait: Milliseconds, as roles: Roles, slice: UInt32, employee: UInt32 = 0) {
    self.init(milliseconds: wait.count, as: roles, slice: slice, employee: employee)
  }

  @inline(__always)
  init(milliseconds wait: Int64, as roles: Roles, slice: UInt32, employee: UInt32 = 0) {
    packed = wait << Self.waitShift | roles.rawValue
    self.slice = slice
    self.employee = employee
  }

  @inline(__always)
  package var order: Int64 { wait }

  /// Waits of five minutes are cut into stretches of eight seconds.
  @inline(__always)
  package static var scale: BucketScale { BucketScale(digits: 5) }

  /// Up to the longest waits.
  package static var bucketCount: Int { (49 - 5 + 1) << 5 }

  /// Milliseconds.
  @inline(__always)
  package var wait: Int64 { packed >> Self.waitShift }

  @inline(__always)
  package var roles: Roles {
    get { Roles(rawValue: packed & (1 << Self.roleBits - 1)) }
    set { packed = packed & ~(1 << Self.roleBits - 1) | newValue.rawValue }
  }

  /// Whether it has one of the roles.
  @inline(__always)
  package func counts(as role: Roles) -> Bool { packed & role.rawValue != 0 }

  /// All that it counts as.
  @inline(__always)
  var kind: Kind { Kind(rawValue: packed & (1 << Self.waitShift - 1)) }

  /// The local date of the opener's instant, in days since 1970-01-01.
  @inline(__always)
  var dayNumber: Int {
    Int(hoursSinceEarlyMonday / 24) - Int(Self.earlyWeeks * 7 + 3)
  }

  /// The hour of the local week, from 0 (Monday 0:00) to 167 (Sunday 23:00).
  @inline(__always)
  var hourOfWeek: Int { Int(hoursSinceEarlyMonday % 168) }

  /// Hours since a Monday before the year 0, so that division has nothing negative.
  @inline(__always)
  private var hoursSinceEarlyMonday: UInt32 {
    // 1970-01-01 was a Thursday.
    UInt32(bitPattern: localHour) &+ (Self.earlyWeeks * 168 + 3 * 24)
  }

  private static let earlyWeeks: UInt32 = 104_358

  /// Adds what is known of the opener.
  ///
  /// - Parameters:
  ///   - opener: whose wait it is.
  ///   - roles: what it counts as besides.
  ///   - outcome: what became of it.
  ///   - localHour: of its instant, since 1970-01-01T00:00 of the report's clock.
  @inline(__always)
  mutating func describe(
    _ opener: UnsafePointer<OpenerFact>, as roles: Roles, _ outcome: OpenerOutcome,
    localHour: Int32
  ) {
    packed |= roles.rawValue | Int64(outcome.rawValue) << Self.outcomeShift
    if opener.pointee.isFirstOutboundAutomated { packed |= Self.automatedFirst }
    if opener.pointee.isHandledByAutomation { packed |= Self.handledByAutomation }
    assignee = opener.pointee.assignee
    self.localHour = localHour
  }
}
