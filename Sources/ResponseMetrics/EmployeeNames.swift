package import MessageHistory

/// By employee, the sender names on the newest human message that has one.
///
/// Of equal instants the greatest name by bytes counts; names are indexes here, so all of them
/// are kept until the texts are at hand.
package struct EmployeeNames: Sendable {
  private struct Newest {
    /// Before all others where there is no name.
    var instant = Instant(milliseconds: .min)
    /// 0 for none.
    var name: UInt32 = 0
  }

  /// By employee.
  private var newest: [Newest] = []
  /// By employee, further names at the instant of the newest.
  private var further: [UInt32: [UInt32]] = [:]

  package init() {}

  /// The names on the newest message of an employee that has one, in no order; mostly one.
  package func names(of employee: UInt32) -> [UInt32] {
    guard employee < newest.count, newest[Int(employee)].name != 0 else { return [] }
    return [newest[Int(employee)].name] + (further[employee] ?? [])
  }

  /// Whether a name at an instant, in milliseconds, would be one of the newest; mostly a newer one is
  /// known.
  @inline(__always)
  func mayChange(of employee: UInt32, at instant: Int64) -> Bool {
    employee >= newest.count || instant >= newest[Int(employee)].instant.milliseconds
  }

  @inline(never)
  package mutating func note(_ name: UInt32, of employee: UInt32, at instant: Instant) {
    if employee >= newest.count {
      newest.append(
        contentsOf: repeatElement(Newest(), count: Int(employee) + 1 - newest.count))
    }
    let known = newest[Int(employee)]
    if known.name == 0 || instant > known.instant {
      newest[Int(employee)] = Newest(instant: instant, name: name)
      if !further.isEmpty { further[employee] = nil }
    } else if instant == known.instant, name != known.name {
      if further[employee]?.contains(name) != true { further[employee, default: []].append(name) }
    }
  }

  package mutating func merge(_ other: EmployeeNames) {
    for (employee, newest) in other.newest.enumerated() {
      for name in other.names(of: UInt32(employee)) {
        note(name, of: UInt32(employee), at: newest.instant)
      }
    }
  }
}
