/// Which blocks of the inputs leave the system's cache once they are read, so that it has room for the
/// temporary files of a history that does not fit into memory.
///
/// Left alone, the system makes room by writing temporary files to the device and reading them back.
/// An input that it finds in its cache costs less than one that it does not, so that no more leave it
/// than have to, here and there, and are fetched ahead of their reading.
struct CacheRelief: Sendable {
  /// Of 1,024 groups that follow one another.
  private let share: Int

  /// No block leaves the cache.
  static let none = CacheRelief(share: 0)

  private init(share: Int) {
    self.share = share
  }

  /// - Parameters:
  ///   - bytes: the size of all inputs.
  ///   - budget: bytes that the run may take for itself.
  ///   - free: bytes of memory that the machine could give at the beginning, its cache included.
  init(bytes: Int, budget: Int, free: Int) {
    // Records are packed into an eighth of their rows; what figures are made of takes half of that.
    let temporary = bytes / 5
    let room = free - free / 16 - min(budget, free)
    share = min(max((bytes + temporary - room) / max(bytes >> 10, 1), 0), 1 << 10)
  }

  /// Whether any block leaves the cache.
  var isNeeded: Bool { share > 0 }

  /// Blocks that leave the cache together: it keeps pages in pieces of up to some mebibytes, which go
  /// as a whole or not at all.
  static let blocksTogether = 16

  /// Whether a group of an input leaves the cache; those that do lie as far apart as they can.
  func drops(_ group: Int) -> Bool {
    (group * share) >> 10 != ((group + 1) * share) >> 10
  }
}
