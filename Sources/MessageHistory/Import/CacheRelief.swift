/// Which blocks of the inputs leave the system's cache once they are read, so that it has room for the
/// temporary files of a history that does not fit into memory.
///
/// Left alone, the system makes room by writing temporary files to the device and reading them back.
/// An input that it finds in its cache costs less than one that it does not, so that no more leave it
/// than have to, here and there, and are fetched ahead of their reading.
final class CacheRelief: Sendable {
  private let unusedMemory: @Sendable () -> Int?
  /// How many groups of a stretch leave the cache.
  private let share = Locked(0)

  /// Blocks that leave the cache together: it keeps pages in pieces of up to some mebibytes, which go
  /// as a whole or not at all.
  static let blocksTogether = 16
  /// So many groups make a stretch, for which it is decided how many of them leave the cache.
  static let groupsOfStretch = 16
  /// What is to stay unused, in bytes: less, and the system begins to look for pages to give up.
  private static let leastUnused = 256 << 20
  /// Records are packed into an eighth of their rows; the rest is for what the guess is wrong by.
  private static let bytesPerTemporaryByte = 6

  /// - Parameter unusedMemory: tells the bytes that are neither in use nor hold what was read of files;
  ///   nil where the machine does not tell, and nothing leaves the cache.
  init(unusedMemory: @escaping @Sendable () -> Int?) {
    self.unusedMemory = unusedMemory
  }

  /// Tells whether a group of blocks leaves the cache.
  ///
  /// Those of a stretch that do lie as far apart as they can.
  ///
  /// - Parameters:
  ///   - group: its number; it is to be asked of one after the other.
  ///   - size: bytes of a group.
  ///   - left: bytes of all inputs that are still to be read.
  /// - Returns: whether it does.
  func drops(_ group: Int, ofSize size: Int, left: Int) -> Bool {
    let share = share.withLock { share in
      if group % Self.groupsOfStretch == 0 { share = self.share(left: left, groupSize: size) }
      return share
    }
    return group * share / Self.groupsOfStretch != (group + 1) * share / Self.groupsOfStretch
  }

  private func share(left: Int, groupSize: Int) -> Int {
    guard let unused = unusedMemory() else { return 0 }
    let missing = left / Self.bytesPerTemporaryByte + Self.leastUnused - unused
    // Half of them at most, as the next run finds the others, unless there is nothing left.
    let most = unused < Self.leastUnused ? Self.groupsOfStretch : Self.groupsOfStretch / 2
    return min(max(missing / max(groupSize, 1), 0), most)
  }
}
