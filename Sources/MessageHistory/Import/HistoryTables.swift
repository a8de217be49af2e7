/// What all workers share while they read: keys with their indexes, and the run's secret.
package struct HistoryTables: Sendable {
  package let slices = SliceTable()
  package let traits = TraitsTable()
  package let employees: EmployeeTable
  package let hash: KeyedHash
  /// Senders whose outbound messages are automated, in NFC.
  let automationSenders: Set<[UInt8]>

  package init(
    aliases: [String: [String]] = [:], automationSenders: [String] = [],
    hash: KeyedHash = KeyedHash()
  ) {
    employees = EmployeeTable(aliases: aliases)
    self.automationSenders = Set(automationSenders.map { CanonicalText.bytes(of: $0) })
    self.hash = hash
  }
}
