/// How much memory the limits of a control group and of those above it leave.
///
/// Names are those of the kernel's documents, admin-guide/cgroup-v2 and admin-guide/cgroup-v1/memory.
struct ControlGroupMemory {
  /// The two forms that the kernel tells it in; a machine may have both, and each group one of them.
  private enum Version {
    case v1, v2

    var folder: String {
      switch self {
      case .v1: "/sys/fs/cgroup/memory"
      case .v2: "/sys/fs/cgroup"
      }
    }

    var limit: String {
      switch self {
      case .v1: "memory.limit_in_bytes"
      case .v2: "memory.max"
      }
    }

    var usage: String {
      switch self {
      case .v1: "memory.usage_in_bytes"
      case .v2: "memory.current"
      }
    }

    /// The line of memory.stat with what of the usage are files read some time ago, of this group
    /// and those below it.
    var oldCache: String {
      switch self {
      case .v1: "total_inactive_file "
      case .v2: "inactive_file "
      }
    }
  }

  private let version: Version
  /// The group's path, from a slash on.
  private let path: Substring
  /// The text of a file of the kernel's; nil where there is none.
  private let text: (String) -> String?

  /// Version 1 says that there is no limit by one that no machine has.
  private static let greatestLimit = 1 << 60

  /// Reads a line of /proc/self/cgroup; nil for a group that has nothing to do with memory.
  init?(line: Substring, text: @escaping (String) -> String?) {
    let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasPrefix("/") else { return nil }
    if parts[0] == "0", parts[1].isEmpty {
      version = .v2
    } else if parts[1].split(separator: ",").contains("memory") {
      version = .v1
    } else {
      return nil
    }
    path = parts[2]
    self.text = text
  }

  /// What the least of the limits leaves besides what the kernel gives back as soon as it is wanted, in
  /// bytes; nil without a limit.
  var left: Int? { least { $0 - oldCache(in: $1) } }

  /// What the least of the limits leaves besides all that is used, in bytes; nil without a limit.
  var unused: Int? { least { usage, _ in usage } }

  /// What the least of the limits leaves, in bytes; nil without a limit.
  ///
  /// In a container without a name space of its own, the path is the host's and leads nowhere but
  /// at its beginning, where the container's own group is found.
  ///
  /// - Parameter used: what counts of a group's usage, in bytes; gets that and the group's folder.
  /// - Returns: never less than 0.
  private func least(besides used: (Int, String) -> Int) -> Int? {
    var least: Int?
    var isBelowAnother = false
    var path = path
    while !path.isEmpty {
      if path.last == "/" { path.removeLast() }
      let folder = version.folder + path + "/"
      // Before Linux 5.11 a group of version 1 may leave those below it alone.
      if isBelowAnother, text(folder + "memory.use_hierarchy")?.trimmed == "0" { break }
      if let limit = number(folder + version.limit) {
        isBelowAnother = true
        if limit < Self.greatestLimit {
          let left = max(0, limit - used(number(folder + version.usage) ?? 0, folder))
          least = min(least ?? left, left)
        }
      }
      path = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    }
    return least
  }

  /// What the kernel gives back of a group's usage as soon as it is wanted; in bytes.
  private func oldCache(in folder: String) -> Int {
    text(folder + "memory.stat")?.split(separator: "\n")
      .first { $0.hasPrefix(version.oldCache) }
      .flatMap { Int($0.dropFirst(version.oldCache.count)) } ?? 0
  }

  private func number(_ file: String) -> Int? {
    text(file).flatMap { Int($0.trimmed) }
  }
}
