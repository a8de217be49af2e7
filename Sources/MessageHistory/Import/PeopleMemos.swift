import DelimitedText

/// A worker's memory of the people that cells name: employees, their names, automated senders.
///
/// What is known is found without touching the tables that all workers share.
struct PeopleMemos: ~Copyable {
  private let employees: EmployeeTable
  private let automationSenders: Set<[UInt8]>
  private var keys: CellMemo
  private var names: CellMemo
  private var automation: CellMemo
  /// Whether any sender is known to be a machine.
  let knowsAutomation: Bool

  init(tables: HistoryTables) {
    employees = tables.employees
    automationSenders = tables.automationSenders
    knowsAutomation = !tables.automationSenders.isEmpty
    keys = CellMemo(hash: tables.hash)
    names = CellMemo(hash: tables.hash)
    automation = CellMemo(hash: tables.hash)
  }

  /// The index of the employee whom a key cell names.
  @inline(__always)
  mutating func employee(_ cell: UnsafeRawBufferPointer) -> UInt32 {
    keys.number(of: cell) ?? note(key: cell)
  }

  @inline(never)
  private mutating func note(key cell: UnsafeRawBufferPointer) -> UInt32 {
    let index = employees.index(ofKey: cell)
    keys.note(cell, index)
    return index
  }

  /// The index of a name as rows give it.
  @inline(__always)
  mutating func name(_ cell: UnsafeRawBufferPointer) -> UInt32 {
    names.number(of: cell) ?? note(name: cell)
  }

  @inline(never)
  private mutating func note(name cell: UnsafeRawBufferPointer) -> UInt32 {
    let index = employees.index(ofName: cell)
    names.note(cell, index)
    return index
  }

  /// Whether the configuration lists a sender's id or name as a machine's.
  @inline(__always)
  mutating func isAutomation(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard !cell.isEmpty else { return false }
    return (automation.number(of: cell) ?? note(sender: cell)) == 1
  }

  @inline(never)
  private mutating func note(sender cell: UnsafeRawBufferPointer) -> UInt32 {
    let number: UInt32 = automationSenders.contains(CanonicalText.bytes(of: cell)) ? 1 : 0
    automation.note(cell, number)
    return number
  }
}
