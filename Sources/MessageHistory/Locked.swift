import Glibc

/// A value that one thread at a time reaches.
///
/// `Synchronization.Mutex` waits by the kernel alone, which thread sanitizer does not see: whatever
/// goes through it from one thread to another is a race for it, and true ones would drown in them.
/// The C library's mutex is known to it.
///
/// Unchecked, since the compiler does not know of the lock: the value is reached through `withLock`
/// and nowhere else.
package final class Locked<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  /// At a place of its own, as it must not move.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  package init(_ value: Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Does something with the value while no other thread does; not from within itself.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
