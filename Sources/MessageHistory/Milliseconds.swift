/// A length of time in whole milliseconds, the resolution of every instant.
package struct Milliseconds: Comparable, Hashable, Sendable {
  package var count: Int64

  @inlinable
  package init(_ count: Int64) {
    self.count = count
  }

  package static let zero = Milliseconds(0)
  package static func seconds(_ count: Int64) -> Milliseconds { Milliseconds(count * 1_000) }
  package static func minutes(_ count: Int64) -> Milliseconds { Milliseconds(count * 60_000) }
  package static func hours(_ count: Int64) -> Milliseconds { Milliseconds(count * 3_600_000) }
  package static func days(_ count: Int64) -> Milliseconds { Milliseconds(count * 86_400_000) }

  @inlinable
  package static func < (left: Milliseconds, right: Milliseconds) -> Bool {
    left.count < right.count
  }

  @inlinable
  package static func >= (left: Milliseconds, right: Milliseconds) -> Bool {
    left.count >= right.count
  }

  @inlinable
  package static func > (left: Milliseconds, right: Milliseconds) -> Bool {
    left.count > right.count
  }

  @inlinable
  package static func + (left: Milliseconds, right: Milliseconds) -> Milliseconds {
    Milliseconds(left.count + right.count)
  }

  @inlinable
  package static func - (left: Milliseconds, right: Milliseconds) -> Milliseconds {
    Milliseconds(left.count - right.count)
  }
}
