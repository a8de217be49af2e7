import ReplymeterCommand
import Testing

@Suite("Office hours as they are written")
struct ConfiguredOfficeHoursTests {
  @Test(
    "shifts are minutes from the midnight of the day on which they begin",
    arguments: [
      ("09:00-17:30", [[540, 1_050]]),
      ("9:00-17:30", [[540, 1_050]]),
      ("09:00-12:30, 13:30-18:00", [[540, 750], [810, 1_080]]),
      ("09:00 - 12:30,13:30 - 18:00", [[540, 750], [810, 1_080]]),
      ("00:00-24:00", [[0, 1_440]]),
      ("22:00-24:00", [[1_320, 1_440]]),
      ("22:00-00:00", [[1_320, 1_440]]),
      ("22:00-02:00", [[1_320, 1_560]]),
      ("23:59-23:58", [[1_439, 2_878]]),
      ("13:00-14:00, 09:00-13:30", [[780, 840], [540, 810]]),
      ("", []), ("  ", []), ("closed", []), (" closed ", []),
    ] as [(String, [[Int]])])
  func shifts(text: String, expected: [[Int]]) throws {
    let hours = try schedule("mon: \"\(text)\"")
    #expect(hours[.monday].map { [$0.startMinute, $0.endMinute] } == expected)
  }

  @Test(
    "a key names days, ranges and lists of them, also over the week's end",
    arguments: [
      ("mon", [1]), ("sun", [7]), ("mon-fri", [1, 2, 3, 4, 5]), ("fri-mon", [1, 5, 6, 7]),
      ("sun-sat", [1, 2, 3, 4, 5, 6, 7]), ("mon-sun", [1, 2, 3, 4, 5, 6, 7]), ("wed-wed", [3]),
      ("mon,wed", [1, 3]), ("mon, wed-thu ,sat", [1, 3, 4, 6]), ("tue,mon-wed", [1, 2, 3]),
    ] as [(String, [Int])])
  func days(key: String, expected: [Int]) throws {
    let hours = try schedule("\"\(key)\": 10:00-11:00")
    #expect(ConfiguredWeekday.allCases.filter { !hours[$0].isEmpty }.map(\.rawValue) == expected)
    #expect(ConfiguredWeekday.allCases.allSatisfy { hours[$0].count <= 1 })
  }

  @Test("a day that several keys name has the shifts of all of them")
  func dayOfSeveralKeys() throws {
    let hours = try schedule("mon-fri: 09:00-12:00, mon: 14:00-15:00, wed-mon: closed, tue: ")
    #expect(hours[.monday].map(\.startMinute) == [540, 840])
    #expect(hours[.tuesday].map(\.startMinute) == [540])
    #expect(hours[.sunday].isEmpty)
  }

  @Test("a schedule without hours is a schedule, no schedule is none")
  func emptySchedule() throws {
    let hours = try schedule("")
    #expect(ConfiguredWeekday.allCases.allSatisfy { hours[$0].isEmpty })
    let yaml = "pages: [{ id: p }]"
    let configuration = try Configuration(reading: Array(yaml.utf8), file: "f.yml")
    #expect(configuration.pages.first?.officeHours == nil)
  }

  private func schedule(_ entries: String) throws -> ConfiguredOfficeHours {
    let yaml = "pages: [{ id: p, office_hours: { \(entries) } }]"
    let configuration = try Configuration(reading: Array(yaml.utf8), file: "f.yml")
    return try #require(configuration.pages.first?.officeHours?.value)
  }
}
