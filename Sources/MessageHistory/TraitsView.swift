/// All traits of a history by index, whole and in tables of what is asked of many rows.
///
/// A view: valid only during the call that hands it out.
package struct TraitsView {
  package let all: UnsafeBufferPointer<MessageTraits>
  package let marks: UnsafeBufferPointer<TraitMarks>
  /// Index into the employees of the sender of a human outbound message, 0 for the blank key.
  package let employees: UnsafeBufferPointer<UInt32>
}

/// All traits of a history with the tables of what is asked of many rows, by index.
///
/// What is asked of each message that was sent has a table of its own, of four bytes: the less there is
/// in a table, the more of it stays in a core's cache.
package struct TraitTables: Sendable {
  private let all: [MessageTraits]
  private let marks: [TraitMarks]
  private let employees: [UInt32]

  package init(_ all: [MessageTraits]) {
    self.all = all
    marks = all.map(TraitMarks.init)
    employees = all.map(\.employee)
  }

  /// Calls `body` with a view of the traits, valid during the call.
  ///
  /// - Throws: what `body` throws.
  package func withView<Failure: Error>(
    _ body: (TraitsView) throws(Failure) -> Void
  ) throws(Failure) {
    try all.withUnsafeBufferPointer { all throws(Failure) in
      try marks.withUnsafeBufferPointer { marks throws(Failure) in
        try employees.withUnsafeBufferPointer { employees throws(Failure) in
          try body(TraitsView(all: all, marks: marks, employees: employees))
        }
      }
    }
  }
}
