import Foundation
import MessageHistory
import TestSupport
import Testing

@testable import ReplymeterCommand

struct TimeZonesTests {
  private let zones = TimeZones(environment: [:])

  @Test func readsTheSystemsZones() throws {
    let paris = try zones.clock(named: "Europe/Paris")
    #expect(paris.name == "Europe/Paris")
    let format = InstantFormat(clock: paris)
    #expect(format.string(Instant(milliseconds: 0)) == "1970-01-01T01:00:00+01:00")
    #expect(format.string(Instant(milliseconds: 1_783_000_000_000)) == "2026-07-02T15:46:40+02:00")
  }

  /// Names that are none, or would lead out of the folder.
  @Test(arguments: [
    "", "Europe/Pariss", "/etc/passwd", "../zoneinfo/Europe/Paris", "Europe/../Europe/Paris",
    "Europe//Paris", "Europe/Paris/", "Europe", "Europe/Paris\u{0}", "Europe Paris", "tzdata.zi",
    "zone.tab",
  ])
  func knowsNoOtherNames(name: String) {
    #expect(throws: TimeZones.Flaw.self) { try zones.clock(named: name) }
  }

  @Test(arguments: [
    ("Europe/Pariss", "Europe/Paris"), ("europe/paris", "Europe/Paris"),
    ("America/New York", "America/New_York"), ("Mars/Olympus_Mons", nil),
  ])
  func namesTheNearestZone(name: String, nearest: String?) {
    #expect(throws: TimeZones.Flaw.unknownZone(nearest: nearest)) {
      try zones.clock(named: name)
    }
  }

  @Test func readsTheFolderThatTheEnvironmentNames() throws {
    let place = try TemporaryFolder()
    let tokyo = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Asia/Tokyo"))
    try place.write([UInt8](tokyo), to: "Europe/Paris")
    try place.write([UInt8](tokyo), to: "Etc/UTC")
    let own = TimeZones(environment: ["TZDIR": place.path])
    let format = InstantFormat(clock: try own.clock(named: "Europe/Paris"))
    #expect(format.string(Instant(milliseconds: 0)) == "1970-01-01T09:00:00+09:00")
    #expect(throws: TimeZones.Flaw.self) { try own.clock(named: "Europe/Berlin") }
  }

  @Test func refusesAFileThatIsNoZone() throws {
    let place = try TemporaryFolder()
    try place.write("no zone", to: "Europe/Paris")
    let own = TimeZones(environment: ["TZDIR": place.path])
    #expect {
      try own.clock(named: "Europe/Paris")
    } throws: { error in
      guard case .unreadableFile(let path, _)? = error as? TimeZones.Flaw else { return false }
      return path == place.path + "/Europe/Paris"
    }
  }

  @Test func asksFoundationWhereTheSystemHasNoZones() throws {
    let place = try TemporaryFolder()
    let own = TimeZones(environment: ["TZDIR": place.path])
    let clock = try own.clock(named: "Europe/Paris")
    let format = InstantFormat(clock: clock)
    #expect(format.string(Instant(milliseconds: 1_783_000_000_000)) == "2026-07-02T15:46:40+02:00")
  }
}
