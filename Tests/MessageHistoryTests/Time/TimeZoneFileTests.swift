import Testing

@testable import MessageHistory

@Suite struct TimeZoneFileTests {
  @Test(arguments: [UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
  func theLongBlockAndTheFooterAreRead(version: UInt8) throws {
    let zone = ZoneBytes(
      version: version, offsets: [561, 0, 3_600],
      transitions: [(-1_855_958_961, 1), (5_000_000_000, 2)],
      footer: "CET-1CEST,M3.5.0,M10.5.0/3")
    let file = try TimeZoneFile(zone.bytes)
    #expect(file.initialOffset == 561)
    #expect(
      file.transitions == [
        ClockTransition(second: -1_855_958_961, offset: 0),
        ClockTransition(second: 5_000_000_000, offset: 3_600),
      ])
    #expect(file.rule == ClockRule(posix: "CET-1CEST,M3.5.0,M10.5.0/3".utf8))
    #expect(file.clock(named: "Europe/Paris").name == "Europe/Paris")
  }

  @Test func versionOneHasTheShortBlockAndNoRule() throws {
    let zone = ZoneBytes(offsets: [0, -18_000], transitions: [(-1_000_000_000, 1)])
    let file = try TimeZoneFile(zone.versionOneBytes)
    #expect(file.transitions == [ClockTransition(second: -1_000_000_000, offset: -18_000)])
    #expect(file.rule == nil)
  }

  @Test func anEmptyFooterIsNoRule() throws {
    #expect(try TimeZoneFile(ZoneBytes().bytes).rule == nil)
  }

  // The long block's header begins at byte 54, after a header of 44 and a block of 10 bytes; its
  // transitions at 98.
  @Test(arguments: [
    (ZoneBytes(leapSecondCount: 1), TimeError.zoneFile(byte: 98, .countsLeapSeconds)),
    (ZoneBytes(offsets: []), .zoneFile(byte: 98, .noOffsets)),
    (
      ZoneBytes(transitions: [(5, 0), (5, 0)]), .zoneFile(byte: 106, .transitionsOutOfOrder)
    ),
    (
      ZoneBytes(transitions: [(5, 0), (6, 1)]),
      .zoneFile(byte: 115, .unknownOffset(number: 1, count: 1))
    ),
    (ZoneBytes(offsets: [-86_400]), .zoneFile(byte: 98, .impossibleOffset(seconds: -86_400))),
    (ZoneBytes(offsets: [0, 86_400]), .zoneFile(byte: 104, .impossibleOffset(seconds: 86_400))),
    (ZoneBytes(footer: "CET"), .zoneFile(byte: 109, .impossibleRule)),
  ])
  func aBrokenFileIsRefusedWithThePlace(zone: ZoneBytes, error: TimeError) {
    #expect(throws: error) { try TimeZoneFile(zone.bytes) }
  }

  @Test func otherFilesAreRefused() {
    #expect(throws: TimeError.zoneFile(byte: 0, .notZoneData)) { try TimeZoneFile([]) }
    #expect(throws: TimeError.zoneFile(byte: 0, .notZoneData)) {
      try TimeZoneFile(Array("timestamp,direction\n".utf8))
    }
  }

  private static let whole = ZoneBytes(
    version: UInt8(ascii: "3"), offsets: [561, 0, 3_600, 7_200],
    transitions: [(-1_855_958_961, 1), (0, 2), (1_000_000, 3), (1_700_000_000, 2)],
    footer: "CET-1CEST,M3.5.0,M10.5.0/3"
  ).bytes

  @Test(arguments: whole.indices)
  func aFileCutOffAnywhereIsRefused(length: Int) {
    #expect(throws: TimeError.self) { try TimeZoneFile(Array(Self.whole[..<length])) }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func aDamagedFileIsReadOrRefusedAndNeverCrashes(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var refusals = 0
    for _ in 0..<1_000 {
      var bytes = Self.whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : bytes[place] ^ 1 << UInt8.random(in: 0...7, using: &random)
      }
      do throws(TimeError) {
        let clock = try TimeZoneFile(bytes).clock(named: "X")
        for instant in [
          Instant.utc(1, 1, 1), .utc(1970, 1, 1), .utc(2026, 3, 29), .utc(9999, 12, 31),
        ] {
          let offset = clock.offset(at: instant)
          let local = clock.localMilliseconds(at: instant)
          #expect(abs(offset.count) < 24 * 3_600_000, "seed \(seed)")
          #expect(
            clock.resolve(localMilliseconds: local).instant <= instant, "seed \(seed), \(bytes)")
        }
      } catch {
        refusals += 1
      }
    }
    #expect(refusals > 0 && refusals < 1_000)
  }
}
