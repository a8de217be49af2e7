import Glibc

/// A thread that does one piece of work and then ends.
///
/// It is the C library's and none of Dispatch, which gives its threads priorities of its own: what
/// `nice` asked for is undone where the rights suffice, and where they do not, every run leaves
/// lines in the system log, as every ordinary user's would.
struct WorkerThread {
  /// What the thread does, in a form that the C library can hand to it.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private let handle: pthread_t

  /// Begins the work; nil, and nothing is begun, where the system gives no further thread.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var handle = pthread_t()
    let code = pthread_create(
      &handle, nil,
      { work in
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return nil
    }
    self.handle = handle
  }

  /// Lets the thread end by itself; to be called once, in the place of `join`.
  func detach() {
    pthread_detach(handle)
  }

  /// Waits until the work is done; to be called once.
  func join() {
    pthread_join(handle, nil)
  }
}
