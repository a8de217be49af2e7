/// Why a document or a selector cannot be used.
///
/// It holds words of selectors only, never those of a document.
package enum HTMLError: Error, Equatable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  /// Elements lie deeper in each other than the limit; on which line that is the case.
  case tooDeep(line: Int, limit: Int)
  /// No document could be made of it at all: there is no memory.
  case unreadable
  /// A selector is wrong or not understood from `column` on, counted in bytes from 1.
  case unsupportedSelector(String, column: Int)
}
