import TestSupport

/// A random history in the canonical columns, as rows of a CSV file.
struct GeneratedHistory {
  static let header =
    "conversation_id,timestamp,direction,message_id,page,channel,kind,sender_id,sender_name,"
    + "contact_id,contact_name,assignee,status,tag,rating,text\n"

  /// Lines without the header, in the order of their making; a cell may hold line breaks.
  private(set) var rows: [String] = []

  /// Makes so many rows.
  ///
  /// With `hasFlaws` there are also repeated ids, rows that stand twice and rows that are rejected.
  /// A text has at most `textLength` characters.
  init(
    _ random: inout SeededGenerator, count: Int, hasFlaws: Bool = false, textLength: Int = 40
  ) {
    let conversations = max(2, count / 6)
    for index in 0..<count {
      rows.append(
        Self.row(
          index, conversation: random.number(in: 0..<conversations), textLength: textLength,
          &random))
    }
    guard hasFlaws else { return }
    for _ in 0..<count / 10 {
      guard let row = random.element(of: rows) else { break }
      // As it stands, which is a double, or with another time, which for an id is a later state.
      rows.append(
        random.chance(percent: 50) ? row : row.replacing(",2026-11", with: ",2026-10"))
    }
    rows += [
      ",2026-11-05T09:00:00Z,inbound,,,,,,,,,,,,,\"no, id\"\n", "x,soon,inbound,,,,,,,,,,,,,\n",
      "x,2026-11-05T09:00:00Z,hither,,,,,,,,,,,,,\n",
    ]
    rows.shuffle(using: &random)
  }

  func file() -> String { Self.header + rows.joined() }

  private static func row(
    _ index: Int, conversation: Int, textLength: Int, _ random: inout SeededGenerator
  ) -> String {
    // A conversation has one page and channel; few instants, so that many are equal.
    let page = ["shop", "garage", "=café"][conversation % 3]
    let channel = ["messenger", "Instagram", "email", "whatsapp"][conversation % 4]
    let time = timestamp(&random)
    let event = random.chance(percent: 12)
    let isInbound = random.chance(percent: 55)
    let employee = random.number(in: 0..<5)
    let kind =
      event
      ? random.element(of: ["closed", "reopened", "assigned", "unassigned", "note", "rated"]) ?? ""
      : !isInbound && random.chance(percent: 15) ? "bot" : ""
    let hasID = random.chance(percent: 80)
    let status =
      random.chance(percent: 30)
      ? random.element(of: ["open", "pending", "closed", "resolved", "spam"]) ?? "" : ""
    let cells = [
      "c\(conversation)", time, event ? "" : isInbound ? "inbound" : "outbound",
      hasID ? "m\(index)" : "", page, channel, kind,
      isInbound || employee == 0 ? "" : "e\(employee)",
      isInbound ? "" : ["", "Ana\u{301}", "Anaïs", "Karim", "-dash"][employee],
      random.chance(percent: 70) ? "k\(conversation / 2)" : "",
      random.chance(percent: 50) ? "Contact \(conversation / 2)" : "",
      random.chance(percent: 20) ? "e\(random.number(in: 1..<5))" : "", status,
      random.chance(percent: 8) ? "HUMAN_AGENT" : "",
      random.chance(percent: 8) ? "\(random.number(in: 1..<6))" : "",
      // The number keeps rows without an id apart.
      "\(index) " + text(textLength, &random),
    ]
    return cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static func timestamp(_ random: inout SeededGenerator) -> String {
    let (day, minute) = (random.number(in: 1..<22), random.number(in: 0..<1440) / 7 * 7)
    let padded: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    let fraction = random.chance(percent: 10) ? ".\(random.number(in: 100..<1000))" : ""
    return "2026-11-\(padded(day))T\(padded(minute / 60)):\(padded(minute % 60)):00\(fraction)Z"
  }

  private static func text(_ length: Int, _ random: inout SeededGenerator) -> String {
    let alphabet = Array("abc ,;\"\n\r\té🙏=+'").map(String.init)
    return (0..<random.number(in: 0..<length + 1))
      .compactMap { _ in random.element(of: alphabet) }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    cell.unicodeScalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
      ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
