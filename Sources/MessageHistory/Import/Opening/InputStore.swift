/// What the inputs of a run share: the files that are open, and the spool of what cannot be sought.
package final class InputStore: Sendable {
  let descriptors: DescriptorPool
  let limit: ExpansionLimit
  /// Whether the bytes of what can be read only once are summed as they come.
  let hashesStreams: Bool
  private let folder: String
  private let opened = Locked<Spool?>(nil)

  /// - Parameters:
  ///   - folder: where the spool is; TMPDIR, or /tmp, unless it is given.
  ///   - hashesStreams: whether the SHA-256 of pipes and standard input will be asked for.
  package convenience init(folder: String? = nil, hashesStreams: Bool = false) {
    self.init(
      folder: folder, descriptors: DescriptorPool(), limit: ExpansionLimit(),
      hashesStreams: hashesStreams)
  }

  init(
    folder: String? = nil, descriptors: DescriptorPool, limit: ExpansionLimit,
    hashesStreams: Bool = false
  ) {
    self.folder = folder ?? Spool.usualFolder
    self.descriptors = descriptors
    self.limit = limit
    self.hashesStreams = hashesStreams
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
