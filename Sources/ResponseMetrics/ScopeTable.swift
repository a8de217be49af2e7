/// The scopes of slices at hand, for the millions of rows that ask for theirs.
///
/// What `ScopeNumbers` tells, in memory of one owner: workers that pass the same rows would otherwise
/// count the uses of the same array up and down, block by block, each waiting for the other.
struct ScopeTable: ~Copyable, Sendable {
  private let scopes: OwnedMemory<ScopeNumbers.Scope>
  private let sliceCount: Int
  private let pageCount: Int

  init(_ numbers: ScopeNumbers) {
    scopes = OwnedMemory(numbers.scopes)
    sliceCount = numbers.sliceCount
    pageCount = numbers.pageCount
  }

  /// The scopes as rows ask for them; valid as long as the table.
  var view: View {
    @inline(__always)
    borrowing get { View(scopes: scopes.base, sliceCount: sliceCount, pageCount: pageCount) }
  }

  /// The scopes of slices, where no index is checked: slices of rows are those of the rules.
  struct View: BitwiseCopyable {
    fileprivate let scopes: UnsafeMutablePointer<ScopeNumbers.Scope>
    fileprivate let sliceCount: Int
    let pageCount: Int

    /// The scope of a row's slice.
    @inline(__always)
    subscript(row: WaitRow) -> ScopeNumbers.Scope { scopes[Int(row.slice)] }

    /// Calls `body` with the numbers of a page, and of all pages where it is chosen.
    @inline(__always)
    func forEachPage(_ scope: ScopeNumbers.Scope, _ body: (Int) -> Void) {
      body(sliceCount &+ scope.page)
      if scope.isChosen { body(sliceCount &+ pageCount) }
    }

    /// Calls `body` with the numbers of a slice, its page, and all pages where that is chosen.
    @inline(__always)
    func forEach(_ slice: UInt32, _ scope: ScopeNumbers.Scope, _ body: (Int) -> Void) {
      body(Int(slice))
      forEachPage(scope, body)
    }
  }
}
