/// All traits of a history by index, whole and as the marks that are asked of every row.
///
/// A view: valid only during the call that hands it out.
package struct TraitsView {
  package let all: UnsafeBufferPointer<MessageTraits>
  package let marks: UnsafeBufferPointer<TraitMarks>

  package init(
    all: UnsafeBufferPointer<MessageTraits>, marks: UnsafeBufferPointer<TraitMarks>
  ) {
    self.all = all
    self.marks = marks
  }
}

extension [MessageTraits] {
  /// Calls `body` with a view of these traits, which are a history's.
  ///
  /// - Parameters:
  ///   - marks: those of the traits, by index.
  ///   - body: gets the view, valid during the call.
  /// - Throws: what `body` throws.
  package func withView<Failure: Error>(
    marks: [TraitMarks], _ body: (TraitsView) throws(Failure) -> Void
  ) throws(Failure) {
    try withUnsafeBufferPointer { all throws(Failure) in
      try marks.withUnsafeBufferPointer { marks throws(Failure) in
        try body(TraitsView(all: all, marks: marks))
      }
    }
  }
}
