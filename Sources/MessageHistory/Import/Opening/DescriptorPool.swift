import Glibc

/// The files that are open at a time: a few, however many inputs there are.
///
/// A file that is asked for is opened again where it was closed meanwhile. One that is in use is
/// never closed: who got a descriptor holds it.
final class DescriptorPool: Sendable {
  private struct Entry {
    var file: Int
    var descriptor: OpenDescriptor
    var lastUse: Int
  }

  private struct State {
    var entries: [Entry] = []
    var uses = 0
    var files = 0
  }

  private let state = Locked(State())
  /// More than there are workers, and far below what a process may open.
  private let capacity: Int

  init(capacity: Int = 64) {
    self.capacity = capacity
  }

  /// Takes a file in, and returns the number by which it is asked for.
  func add(_ descriptor: OpenDescriptor) -> Int {
    let number = state.withLock { state in
      state.files += 1
      return state.files
    }
    keep(descriptor, of: number)
    return number
  }

  /// The file's descriptor; opened by `open` where it is not.
  func descriptor<Failure: Error>(
    of file: Int, open: () throws(Failure) -> OpenDescriptor
  ) throws(Failure) -> OpenDescriptor {
    if let found = known(file) { return found }
    // Outside of the lock: opening a file of a network may take long. That two threads open one
    // file at once does no harm.
    let opened = try open()
    keep(opened, of: file)
    return opened
  }

  private func known(_ file: Int) -> OpenDescriptor? {
    state.withLock { state in
      guard let index = state.entries.firstIndex(where: { $0.file == file }) else { return nil }
      state.uses += 1
      state.entries[index].lastUse = state.uses
      return state.entries[index].descriptor
    }
  }

  private func keep(_ descriptor: OpenDescriptor, of file: Int) {
    state.withLock { state in
      state.uses += 1
      let entry = Entry(file: file, descriptor: descriptor, lastUse: state.uses)
      if state.entries.count < capacity {
        state.entries.append(entry)
      } else if let oldest = state.entries.indices.min(by: {
        state.entries[$0].lastUse < state.entries[$1].lastUse
      }) {
        state.entries[oldest] = entry
      }
    }
  }
}
