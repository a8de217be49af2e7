import DelimitedText

/// A worker's memory of the people that cells name: employees, their names, automated senders.
///
/// What is known is found without touching the tables that all workers share.
struct PeopleMemo: ~Copyable {
  private let employees: EmployeeTable
  private let automationSenders: Set<[UInt8]>
  private var numbers: CellMemo
  /// Whether any sender is known to be a machine.
  let knowsAutomation: Bool

  init(tables: HistoryTables) {
    employees = tables.employees
    automationSenders = tables.automationSenders
    knowsAutomation = !tables.automationSenders.isEmpty
    numbers = CellMemo(hash: tables.hash)
  }

  /// The index of the employee whom a key cell names.
  mutating func employee(_ cell: UnsafeRawBufferPointer) -> UInt32 {
    number(of: cell, .employee)
  }

  /// The index of a name as rows give it.
  mutating func name(_ cell: UnsafeRawBufferPointer) -> UInt32 {
    number(of: cell, .name)
  }

  /// Whether the configuration lists a sender's id or name as a machine's.
  mutating func isAutomation(_ cell: UnsafeRawBufferPointer) -> Bool {
    !cell.isEmpty && number(of: cell, .sender) == 1
  }

  private enum Sort: UInt8 {
    // From 1 to 15, as cells' sorts are.
    case employee = 1
    case name, sender
  }

  @inline(never)
  private mutating func number(of cell: UnsafeRawBufferPointer, _ sort: Sort) -> UInt32 {
    if let number = numbers.number(of: cell, sort: sort.rawValue) { return number }
    let number: UInt32 =
      switch sort {
      case .employee: employees.index(ofKey: cell)
      case .name: employees.index(ofName: cell)
      case .sender: automationSenders.contains(CanonicalText.bytes(of: cell)) ? 1 : 0
      }
    numbers.note(cell, sort: sort.rawValue, number)
    return number
  }
}
