import Glibc
import Synchronization

/// What the inputs of a run share: the files that are open, and the spool of what cannot be sought.
package final class InputStore: Sendable {
  let descriptors: DescriptorPool
  let limit: ExpansionLimit
  private let folder: String
  private let opened = Mutex<Spool?>(nil)

  /// - Parameter folder: where the spool is; TMPDIR, or /tmp, unless it is given.
  package convenience init(folder: String? = nil) {
    self.init(folder: folder, descriptors: DescriptorPool(), limit: ExpansionLimit())
  }

  init(folder: String? = nil, descriptors: DescriptorPool, limit: ExpansionLimit) {
    let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    self.folder = folder ?? (given.isEmpty ? "/tmp" : given)
    self.descriptors = descriptors
    self.limit = limit
  }

  /// The spool, made when it is first needed.
  func spool() throws(MessageHistoryError) -> Spool {
    let result = opened.withLock { opened in
      Result { () throws(MessageHistoryError) in
        if let opened { return opened }
        let spool = try Spool(folder: folder)
        opened = spool
        return spool
      }
    }
    return try result.get()
  }
}
