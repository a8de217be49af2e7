extension WaitRow {
  /// What a row counts as, without how long, whose and when.
  struct Kind: Sendable {
    /// From 0 up to but not including `kindCount`.
    let rawValue: Int64

    @inline(__always)
    var roles: Roles { Roles(rawValue: rawValue & (1 << WaitRow.roleBits - 1)) }

    @inline(__always)
    func counts(as role: Roles) -> Bool { rawValue & role.rawValue != 0 }

    /// 1 where it counts as a role, else 0.
    @inline(__always)
    func flag(_ role: Roles) -> Int {
      Int(truncatingIfNeeded: rawValue &>> role.rawValue.trailingZeroBitCount & 1)
    }

    /// 1 where it is the first response of an answered opener, else 0.
    @inline(__always)
    var responseFlag: Int { flag(.opener) & (isAnswered ? 1 : 0) }

    /// The roles in which its time passes: without that of an opener where it is not answered.
    @inline(__always)
    var passingRoles: Int {
      let unanswered: Int64 = isAnswered ? 0 : Roles.opener.rawValue
      return Int(
        truncatingIfNeeded: rawValue & (1 << WaitRow.roleBits - 1) & ~unanswered)
    }

    /// What became of the opener, as a raw value of `OpenerOutcome`.
    @inline(__always)
    var outcome: Int {
      Int(truncatingIfNeeded: rawValue >> WaitRow.outcomeShift & (1 << WaitRow.outcomeBits - 1))
    }

    @inline(__always)
    var isAnswered: Bool { outcome == Int(OpenerOutcome.answered.rawValue) }

    /// Whether the opener enters rates and times.
    @inline(__always)
    var isEligible: Bool { outcome <= Int(OpenerOutcome.missed.rawValue) }

    var isFirstOutboundAutomated: Bool { rawValue & WaitRow.automatedFirst != 0 }

    var isHandledByAutomation: Bool { rawValue & WaitRow.handledByAutomation != 0 }

    /// The same without roles: what became of the opener.
    @inline(__always)
    var withoutRoles: Kind { Kind(rawValue: rawValue & ~(1 << WaitRow.roleBits - 1)) }
  }

  /// How many kinds there could be.
  static let kindCount = 1 << Int(roleBits + outcomeBits + 2)
}
