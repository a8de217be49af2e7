import Foundation
import MessageHistory
import ResponseMetrics
import Testing

/// Random schedules about the clock changes of real zones, against a walk step by step.
@Suite struct OfficeHoursWalkTests {
  struct Scene: CustomTestStringConvertible, Sendable {
    let zone: String
    let date: String
    /// In milliseconds.
    var step: Int64 = 60_000
    var scheduleCount = 80

    var testDescription: String { "\(zone) \(date)" }
  }

  static let scenes = [
    Scene(zone: "UTC", date: "2026-11-16"),
    Scene(zone: "Africa/Casablanca", date: "2026-02-15"),
    Scene(zone: "Africa/Casablanca", date: "2026-03-22"),
    Scene(zone: "America/Havana", date: "2026-03-08"),
    Scene(zone: "America/Havana", date: "2026-11-01"),
    Scene(zone: "America/Sao_Paulo", date: "2018-02-18"),
    Scene(zone: "America/Sao_Paulo", date: "2018-11-04"),
    Scene(zone: "America/St_Johns", date: "2010-03-14"),
    Scene(zone: "America/St_Johns", date: "2010-11-07"),
    Scene(zone: "America/St_Johns", date: "2026-11-01"),
    Scene(zone: "America/Toronto", date: "1919-03-31"),
    Scene(zone: "Antarctica/Troll", date: "2026-03-29"),
    Scene(zone: "Antarctica/Troll", date: "2026-10-25"),
    Scene(zone: "Asia/Kathmandu", date: "1986-01-01"),
    Scene(zone: "Asia/Pyongyang", date: "2018-05-05"),
    Scene(zone: "Australia/Lord_Howe", date: "2026-04-05"),
    Scene(zone: "Australia/Lord_Howe", date: "2026-10-04"),
    Scene(zone: "Europe/Dublin", date: "2026-10-25"),
    Scene(zone: "Europe/Paris", date: "2026-03-29"),
    Scene(zone: "Europe/Paris", date: "2026-10-25"),
    Scene(zone: "Europe/Paris", date: "2499-10-25"),
    Scene(zone: "Pacific/Apia", date: "2011-12-30"),
    Scene(zone: "Pacific/Chatham", date: "2026-04-05"),
    Scene(zone: "Pacific/Kwajalein", date: "1969-10-01"),
    Scene(zone: "Pacific/Kwajalein", date: "1993-08-21"),
    // Offsets of odd seconds.
    Scene(zone: "Africa/Monrovia", date: "1972-01-07", step: 1_000, scheduleCount: 3),
    Scene(zone: "Europe/Paris", date: "1911-03-11", step: 1_000, scheduleCount: 3),
  ]

  /// Where the C library looks too: `TZDIR`, else its usual place.
  static let zoneFolder = ProcessInfo.processInfo.environment["TZDIR"] ?? "/usr/share/zoneinfo"

  @Test(
    .enabled(
      if: FileManager.default.isReadableFile(atPath: zoneFolder + "/Europe/Paris"),
      "needs the system's time zone files, in TZDIR or at their usual place"),
    arguments: scenes)
  func tableAndWalkAgree(scene: Scene) throws {
    let url = URL(filePath: OfficeHoursWalkTests.zoneFolder + "/" + scene.zone)
    let clock = try TimeZoneFile([UInt8](Data(contentsOf: url))).clock(named: scene.zone)
    let day = try #require(LocalDate(scene.date)).dayNumber
    // Questions within two days of the date; shifts and readings of as many more as reach there.
    let questions = midnight(day - 2)..<midnight(day + 3)
    let later = midnight(day + 30)..<midnight(day + 31)
    let dates = day - 5..<day + 5
    let walkedClock = WalkedClock(
      clock, start: midnight(day - 7).milliseconds, days: 14, step: scene.step)
    var openTime = Milliseconds.zero
    for seed in 0..<UInt64(scene.scheduleCount) {
      var random = RandomOfficeHours(seed: seed)
      let shifts = random.shifts()
      let holidays = random.holidays(in: dates)
      let walk = WalkedOfficeHours(
        shifts: shifts, holidays: holidays, clock: walkedClock, dayNumbers: dates)
      // One answers out of its table, the other, whose data is of later days, by laying them out.
      let offices = [questions, later].map {
        OfficeHours(
          schedule: WeeklySchedule(shifts: shifts), holidays: holidays, clock: clock, covering: $0)
      }
      for question in 0..<60 {
        let instants = (0..<2).map { _ in
          // Half of them on a step, where shifts begin and end.
          let instant = random.instant(in: questions)
          return Bool.random(using: &random) ? instant.floored(to: scene.step) : instant
        }.sorted()
        let walked = walk.time(from: instants[0], to: instants[1])
        let isOpen = walk.contains(instants[0])
        let areAgreed = offices.prefix(question < 2 ? 2 : 1).allSatisfy { office in
          office.time(from: instants[0], to: instants[1]) == walked
            && office.contains(instants[0]) == isOpen
        }
        guard areAgreed else {
          Issue.record("\(scene.zone), seed \(seed), from \(instants[0]) to \(instants[1])")
          break
        }
        openTime = openTime + walked
      }
    }
    // A walk that is always closed would agree with much.
    #expect(openTime > .hours(24))
  }

  private func midnight(_ dayNumber: Int) -> Instant {
    Instant(milliseconds: Int64(dayNumber) * 86_400_000)
  }
}

extension Instant {
  /// The last multiple of `step` milliseconds that is not later.
  fileprivate func floored(to step: Int64) -> Instant {
    let rest = milliseconds % step
    return Instant(milliseconds: milliseconds - (rest < 0 ? rest + step : rest))
  }
}
