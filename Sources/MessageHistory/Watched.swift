import Glibc

/// A value that one thread at a time reaches, and whose changes others wait for.
///
/// As `Locked`, with the C library's condition beside its mutex. Not made of it: whoever waits lets go
/// of the lock, so that the value must not be borrowed meanwhile.
package final class Watched<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  /// At places of their own, as they must not move.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let change: UnsafeMutablePointer<pthread_cond_t>

  package init(_ value: Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    change = .allocate(capacity: 1)
    change.initialize(to: pthread_cond_t())
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    change.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Does something with the value while no other thread does, and lets those look at it who wait;
  /// not from within itself.
  ///
  /// - Parameters:
  ///   - isReady: what is waited for; it has to come of what another thread does.
  ///   - body: gets the value when that is so.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  package func withLock<Result, Failure: Error>(
    once isReady: (Value) -> Bool = { _ in true },
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(change)
      pthread_mutex_unlock(mutex)
    }
    while !isReady(value) { pthread_cond_wait(change, mutex) }
    return try body(&value)
  }
}
