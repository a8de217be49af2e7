/// A row without references, which can be written as the bytes that it is and read again by the same
/// run.
package protocol FixedRow: BitwiseCopyable, Sendable {
  /// Rows are handed out in the order of this number, equal ones in any order.
  var order: Int64 { get }
}
