import MessageHistory
import TestSupport
import Testing

@testable import ReplymeterCommand

struct MemoryBudgetTests {
  @Test(arguments: [
    ("67108864", 67_108_864), ("64M", 67_108_864), ("512m", 536_870_912), ("1G", 1_073_741_824),
    ("2GiB", 2_147_483_648), ("3kb", 3_072), ("1T", 1_099_511_627_776), ("0", 0),
  ])
  func sizesAreNumbersWithALetter(text: String, bytes: Int) {
    #expect(MemoryBudget(text: text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "M", "1.5G", "-1G", "1 G", "1P", "1GG", "0x10", "8388608T", "99999999999999999999",
  ])
  func whatIsNoSizeIsRefused(text: String) {
    #expect(MemoryBudget(text: text) == nil)
  }

  /// A machine with eight gibibytes free, and a control group with what is given.
  private func budget(
    group: String, _ files: [String: String], in place: borrowing TemporaryFolder
  ) throws -> Int {
    try place.write(
      "MemTotal:       16777216 kB\nMemAvailable:    8388608 kB\n", to: "proc/meminfo")
    try place.write(group, to: "proc/self/cgroup")
    for (name, text) in files { try place.write(text, to: "sys/fs/cgroup" + name) }
    return MachineMemory(root: place.path).budget.bytes >> 20
  }

  @Test func halfOfWhatIsFreeIsTheBudget() throws {
    #expect(try budget(group: "0::/\n", [:], in: TemporaryFolder()) == 4_096)
  }

  @Test func theLimitOfAnyControlGroupAboveHolds() throws {
    let gibibyte = 1 << 30
    let files = [
      "/system.slice/memory.max": "\(3 * gibibyte)\n",
      "/system.slice/memory.current": "\(gibibyte)\n",
      "/system.slice/report.service/memory.max": "max\n",
    ]
    let group = "0::/system.slice/report.service\n"
    #expect(try budget(group: group, files, in: TemporaryFolder()) == 1_024)
  }

  @Test func aContainersOwnLimitHolds() throws {
    let files = ["/memory.max": "\(1 << 30)\n"]
    #expect(try budget(group: "0::/\n", files, in: TemporaryFolder()) == 512)
  }

  @Test func aFullMachineLeavesTheLeast() throws {
    let files = ["/memory.max": "\(1 << 30)\n", "/memory.current": "\(1 << 30)\n"]
    #expect(try budget(group: "0::/\n", files, in: TemporaryFolder()) == 64)
  }

  @Test func filesThatTheKernelKeepsUntilItNeedsTheRoomAreFree() throws {
    let gibibyte = 1 << 30
    let files = [
      "/memory.max": "\(4 * gibibyte)\n", "/memory.current": "\(4 * gibibyte)\n",
      "/memory.stat": "anon 1\ninactive_file \(3 * gibibyte)\nactive_file 7\n",
    ]
    #expect(try budget(group: "0::/\n", files, in: TemporaryFolder()) == 1_536)
  }

  /// Of a machine with two gibibytes that hold nothing at all.
  @Test(arguments: [
    (limit: "max", used: 5, unused: 2_048), (limit: "3221225472", used: 2, unused: 1_024),
    (limit: "3221225472", used: 4, unused: 0),
  ])
  func whatTheKernelKeepsOfFilesIsNotUnused(limit: String, used: Int, unused: Int) throws {
    let place = try TemporaryFolder()
    try place.write("MemFree: 2097152 kB\nMemAvailable: 8388608 kB\n", to: "proc/meminfo")
    try place.write("0::/\n", to: "proc/self/cgroup")
    try place.write("\(limit)\n", to: "sys/fs/cgroup/memory.max")
    try place.write("\(used << 30)\n", to: "sys/fs/cgroup/memory.current")
    try place.write("inactive_file \(1 << 30)\n", to: "sys/fs/cgroup/memory.stat")
    #expect(MachineMemory(root: place.path).unused.map { $0 >> 20 } == unused)
  }

  // MARK: Control groups of version 1

  private static let noLimit = "9223372036854771712\n"

  @Test func theLimitOfAnyControlGroupOfVersion1AboveHolds() throws {
    let gibibyte = 1 << 30
    let files = [
      "/memory/memory.limit_in_bytes": Self.noLimit,
      "/memory/batch/memory.limit_in_bytes": "\(6 * gibibyte)\n",
      "/memory/batch/memory.usage_in_bytes": "\(5 * gibibyte)\n",
      "/memory/batch/memory.use_hierarchy": "1\n",
      "/memory/batch/memory.stat": "inactive_file 1\ntotal_inactive_file \(gibibyte)\n",
      "/memory/batch/report/memory.limit_in_bytes": "\(3 * gibibyte)\n",
      "/memory/batch/report/memory.usage_in_bytes": "4096\n",
    ]
    let group = "9:memory:/batch/report\n8:cpu,cpuacct:/other\n0::/system.slice\n"
    #expect(try budget(group: group, files, in: TemporaryFolder()) == 1_024)
  }

  @Test func aGroupOfVersion1MayLeaveThoseBelowItAlone() throws {
    let files = [
      "/memory/batch/memory.limit_in_bytes": "\(1 << 30)\n",
      "/memory/batch/memory.use_hierarchy": "0\n",
      "/memory/batch/report/memory.limit_in_bytes": "\(2 << 30)\n",
    ]
    #expect(try budget(group: "9:memory:/batch/report\n", files, in: TemporaryFolder()) == 1_024)
  }

  /// With the host's path, which is not there in the container.
  @Test func aContainersOwnLimitOfVersion1Holds() throws {
    let files = [
      "/memory/memory.limit_in_bytes": "\(1 << 30)\n", "/memory/memory.use_hierarchy": "0\n",
    ]
    #expect(
      try budget(group: "4:cpuset,memory:/docker/2a9f\n", files, in: TemporaryFolder()) == 512)
  }

  @Test(arguments: [noLimit, "9223372036854775807\n", "18446744073709551615\n", ""])
  func aLimitThatNoMachineHasIsNone(limit: String) throws {
    let place = try TemporaryFolder()
    let files = ["/memory/memory.limit_in_bytes": limit]
    #expect(try budget(group: "9:memory:/\n", files, in: place) == 4_096)
  }

  @Test(arguments: ["9:memory\n", "9:memory:\n", ":::\n", "9:cpu:/\n", "\n", "0:memory\n"])
  func whatIsNoLineOfAGroupIsPassedOver(group: String) throws {
    let files = ["/memory/memory.limit_in_bytes": "\(1 << 30)\n", "/memory.max": "\(1 << 30)\n"]
    #expect(try budget(group: group, files, in: TemporaryFolder()) == 4_096)
  }

  @Test func aMachineThatDoesNotTellLeavesAGibibyte() throws {
    let place = try TemporaryFolder()
    #expect(MachineMemory(root: place.path).budget.bytes == 1 << 30)
  }
}
