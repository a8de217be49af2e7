import TestSupport
import Testing

@testable import MessageHistory

/// A million files with one header have one reading.
struct TableReadingTests {
  private let settings = HistoryReading().settings

  /// The inputs of these texts, by the same settings but where said otherwise.
  private func prepared(
    _ texts: [String], settings other: [Int: InputSettings] = [:]
  ) throws -> [PreparedInput] {
    let folder = try TemporaryFolder()
    let inputs = try texts.enumerated().map { number, text in
      let path = try folder.write(Array(text.utf8), to: "\(number).csv")
      return (
        file: try InputFile(path: path, name: "\(number).csv"),
        settings: other[number] ?? settings
      )
    }
    return try InputPreparation.prepare(inputs, in: InputStore())
  }

  @Test func inputsWithTheSameHeaderShareTheirReading() throws {
    let header = "conversation_id,timestamp,direction\n"
    let inputs = try prepared([
      header + "c,1,in\n", header, "conversation_id;timestamp;direction\nc;1;in\n",
      "timestamp,conversation_id,direction\n1,c,in\n",
    ])
    #expect(inputs[1].table === inputs[0].table)
    // The separator is no part of it.
    #expect(inputs[2].table === inputs[0].table)
    #expect(inputs[2].dialect != inputs[0].dialect)
    #expect(inputs[3].table !== inputs[0].table)
    #expect(inputs[3].mapping[.timestamp] == 0)
    #expect(MemoryLayout<PreparedInput>.stride <= 48)
  }

  @Test func inputsWithOtherSettingsOrOtherDatesDoNot() throws {
    let header = "conversation_id,timestamp,direction\n"
    var others = settings
    others.own = ["us"]
    let inputs = try prepared(
      [
        header + "c,13/02/2026 10:00,in\n", header + "c,02/13/2026 10:00,in\n",
        header + "c,14/02/2026 10:00,in\n", header + "c,13/02/2026 10:00,in\n",
      ], settings: [3: others])
    #expect(inputs[1].table !== inputs[0].table)
    let orders: [DateOrder] = [.dayMonthYear, .monthDayYear, .dayMonthYear, .dayMonthYear]
    #expect(inputs.map(\.reading.timestamps.order) == orders)
    #expect(inputs[2].table === inputs[0].table)
    #expect(inputs[3].table !== inputs[0].table)
  }
}
