/// A day of the week, numbered as in ISO 8601.
package enum ConfiguredWeekday: Int, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  private static let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  init?(_ word: some StringProtocol) {
    guard let index = Self.words.firstIndex(where: { $0 == word }) else { return nil }
    self.init(rawValue: index + 1)
  }

  /// Reads a day, a range, also over the week's end (`fri-mon`), or a list of both by comma.
  ///
  /// Each day once, Monday first; a range from a day to itself is that day. Nothing for other words.
  static func days(_ text: String) -> [ConfiguredWeekday]? {
    var named: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { ConfiguredWeekday($0.withoutOuterWhiteSpace) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil
      else { return nil }
      let length = (last.rawValue - first.rawValue + 7) % 7
      for offset in 0...length { named.insert((first.rawValue - 1 + offset) % 7 + 1) }
    }
    return allCases.filter { named.contains($0.rawValue) }
  }
}
