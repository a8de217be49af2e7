/// A row without references, which can be written as the bytes that it is and read again by the same
/// run.
package protocol FixedRow: BitwiseCopyable, Sendable {
  /// Rows are handed out in the order of this number, from 0, equal ones in any order.
  var order: Int64 { get }

  /// How orders are cut into buckets, each of which is put in order by itself.
  static var scale: BucketScale { get }

  /// How many buckets there are, where those who gather rows do not know better; greater orders are in
  /// the last one.
  static var bucketCount: Int { get }
}
