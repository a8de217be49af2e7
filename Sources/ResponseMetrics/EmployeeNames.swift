package import MessageHistory

/// By employee, the sender names on the newest human message that has one.
///
/// Of equal instants the greatest name by bytes counts; names are indexes here, so all of them
/// are kept until the texts are at hand.
package struct EmployeeNames: Sendable {
  package struct Newest: Sendable {
    package var instant: Instant
    package var names: [UInt32]
  }

  package private(set) var byEmployee: [UInt32: Newest] = [:]

  package init() {}

  package mutating func note(_ name: UInt32, of employee: UInt32, at instant: Instant) {
    merge(Newest(instant: instant, names: [name]), of: employee)
  }

  package mutating func merge(_ other: EmployeeNames) {
    for (employee, newest) in other.byEmployee { merge(newest, of: employee) }
  }

  private mutating func merge(_ candidate: Newest, of employee: UInt32) {
    guard let known = byEmployee[employee], known.instant >= candidate.instant else {
      byEmployee[employee] = candidate
      return
    }
    guard known.instant == candidate.instant else { return }
    for name in candidate.names where !known.names.contains(name) {
      byEmployee[employee]?.names.append(name)
    }
  }
}
