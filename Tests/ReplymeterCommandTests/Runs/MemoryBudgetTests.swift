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

  @Test func aMachineThatDoesNotTellLeavesAGibibyte() throws {
    let place = try TemporaryFolder()
    #expect(MachineMemory(root: place.path).budget.bytes == 1 << 30)
  }
}
