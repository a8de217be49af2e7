import MessageHistory

/// How much memory the machine, or the control group that the run is confined to, has free.
struct MachineMemory {
  /// Where the kernel tells it: `/`, but for tests.
  var root = ""

  /// Half of what is free, as a run's budget; a gibibyte where the machine does not tell.
  var budget: MemoryBudget {
    MemoryBudget(bytes: max(MemoryBudget.least, (free ?? 2 << 30) / 2))
  }

  /// What is free, with what the system keeps of files and can forget, in bytes; nil where the machine
  /// does not tell.
  var free: Int? { [figure("MemAvailable:"), leftInGroups(\.left)].compactMap(\.self).min() }

  /// What is neither in use nor holds anything of files, in bytes; nil where the machine does not tell.
  var unused: Int? { [figure("MemFree:"), leftInGroups(\.unused)].compactMap(\.self).min() }

  /// A figure of the kernel's, in bytes.
  private func figure(_ name: String) -> Int? {
    let line = text("/proc/meminfo")?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
  }

  /// What the limits of the run's control groups leave, in bytes; nil without a limit.
  private func leftInGroups(_ left: (ControlGroupMemory) -> Int?) -> Int? {
    text("/proc/self/cgroup")?.split(separator: "\n")
      .compactMap { ControlGroupMemory(line: $0, text: text).flatMap(left) }.min()
  }

  private func text(_ path: String) -> String? {
    (try? FileBytes.read(root + path, failingWith: .configuration)).flatMap(\.self)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
