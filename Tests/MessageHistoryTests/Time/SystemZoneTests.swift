import Testing

@testable import MessageHistory

@Suite struct SystemZoneTests {
  @Test(
    .enabled(if: SystemZones.canBeCompared, "needs the system's zone files and the command date"),
    arguments: SystemZones.names)
  func offsetsAreThoseThatDateShows(zone: String) throws {
    let clock = try TimeZoneFile(SystemZones.bytes(zone)).clock(named: zone)
    var random = SplitMix(seed: 20_261_116)
    var seconds: [Int64] = []
    // Years 1800 to 2100 mostly, then all that can be written, then the seconds around transitions.
    for _ in 0..<2_000 {
      seconds.append(.random(in: -5_364_662_400...4_102_444_800, using: &random))
    }
    for _ in 0..<500 {
      seconds.append(.random(in: -62_135_596_800...253_402_214_400, using: &random))
    }
    for span in clock.table.spans.dropFirst().dropLast() where span.start < 6_000_000_000_000 {
      seconds += [span.start / 1_000 - 1, span.start / 1_000]
    }
    let expected = try SystemZones.offsetsByDate(zone: zone, seconds: seconds)
    #expect(expected.count == seconds.count)
    for (second, offset) in zip(seconds, expected) {
      let found = clock.offset(at: Instant(milliseconds: second * 1_000))
      #expect(found == .seconds(Int64(offset)), "\(zone) at \(second)")
    }
  }

  @Test(
    .enabled(if: SystemZones.areReadable, "needs the system's zone files"),
    arguments: SystemZones.names)
  func everyReadingComesBackToItsInstantOrAnEarlierTwin(zone: String) throws {
    let clock = try TimeZoneFile(SystemZones.bytes(zone)).clock(named: zone)
    var random = SplitMix(seed: 7)
    var instants = (0..<2_000).map { _ in
      Int64.random(in: -5_364_662_400_000...9_000_000_000_000, using: &random)
    }
    for span in clock.table.spans.dropFirst().dropLast() {
      instants += (0..<4).map { _ in
        span.start + .random(in: -90_000_000...90_000_000, using: &random)
      }
      instants += [span.start - 1, span.start]
    }
    for milliseconds in instants {
      let instant = Instant(milliseconds: milliseconds)
      let local = clock.localMilliseconds(at: instant)
      let resolution = clock.resolve(localMilliseconds: local)
      switch resolution.kind {
      case .unique: #expect(resolution.instant == instant, "\(zone) at \(milliseconds)")
      case .ambiguous:
        #expect(resolution.instant <= instant, "\(zone) at \(milliseconds)")
        #expect(clock.localMilliseconds(at: resolution.instant) == local)
      case .inGap: Issue.record("\(zone) showed the reading \(local) at \(milliseconds)")
      }
    }
  }

  @Test(.enabled(if: SystemZones.areReadable, "needs the system's zone files"))
  func apiaSkipsADate() throws {
    let clock = try TimeZoneFile(SystemZones.bytes("Pacific/Apia")).clock(named: "Pacific/Apia")
    let skipped = try #require(LocalDate("2011-12-30"))
    #expect(clock.midnight(of: skipped) == .utc(2011, 12, 30, 10))
    #expect(clock.midnight(of: skipped.adding(days: 1)) == .utc(2011, 12, 30, 10))
  }
}
