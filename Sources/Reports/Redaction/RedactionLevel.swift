/// Whose names and ids a report hides.
package enum RedactionLevel: String, CaseIterable, Sendable {
  /// Nobody's.
  case none
  /// Those of contacts.
  case contacts
  /// Those of contacts and of employees.
  case all
}
