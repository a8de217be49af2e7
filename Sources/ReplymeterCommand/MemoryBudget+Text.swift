import MessageHistory

extension MemoryBudget {
  /// Less than this would not hold the buffers of a run.
  static let least = 64 << 20

  /// Reads a size as `--memory` has it.
  ///
  /// A whole number with K, M, G or T behind it for powers of 1,024, which may end in `B` or `iB`;
  /// without a letter bytes. Capitals make no difference. Nil for anything else, and for more bytes
  /// than can be counted.
  init?(text: String) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), let factor = Self.factor(of: text.dropFirst(digits.count))
    else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    guard !isTooLarge else { return nil }
    self.init(bytes: bytes)
  }

  private static func factor(of unit: Substring) -> Int? {
    switch unit.lowercased() {
    case "", "b": 1
    case "k", "kb", "kib": 1 << 10
    case "m", "mb", "mib": 1 << 20
    case "g", "gb", "gib": 1 << 30
    case "t", "tb", "tib": 1 << 40
    default: nil
    }
  }
}
