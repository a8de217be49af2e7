/// Texts with an index each, shared by all workers: pages, channels, employees, names.
///
/// Workers ask it only for what their own `CellMemo` does not know yet.
package final class KeyTable: Sendable {
  private struct Contents {
    var indexes: [[UInt8]: UInt32] = [:]
    var texts: [[UInt8]] = []
  }

  private let contents: Locked<Contents>

  /// - Parameter texts: what the table begins with, from index 0.
  package init(_ texts: [[UInt8]] = []) {
    contents = Locked(Contents())
    for text in texts { _ = index(of: text) }
  }

  package func index(of text: [UInt8]) -> UInt32 {
    contents.withLock { contents in
      if let index = contents.indexes[text] { return index }
      let index = UInt32(contents.texts.count)
      contents.indexes[text] = index
      contents.texts.append(text)
      return index
    }
  }

  /// All texts, by index.
  package var texts: [[UInt8]] { contents.withLock { $0.texts } }
}
