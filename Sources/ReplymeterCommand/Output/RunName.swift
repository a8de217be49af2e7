import MessageHistory

/// The name of a run's folder: `2026-11-16T060000Z`, and with `-2` for a second one in that second.
///
/// It has no colon, so that it can be copied onto any file system; names sort as the runs do.
struct RunName: Equatable, Comparable {
  private let stamp: String
  /// From 1.
  var number = 1

  /// Named by an instant, cut off below the second.
  init(at instant: Instant) {
    let text = InstantFormat(clock: .utc).string(instant)
    stamp = String(text.prefix(19).filter { $0 != ":" }) + "Z"
  }

  /// Reads a name; nil for any other text.
  init?(_ text: String) {
    let pattern = "0000-00-00T000000Z".utf8
    let stamp = text.utf8.prefix(pattern.count)
    guard stamp.count == pattern.count,
      zip(stamp, pattern).allSatisfy({ byte, form in
        form == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == form
      })
    else { return nil }
    self.stamp = String(decoding: stamp, as: UTF8.self)
    let rest = text.utf8.dropFirst(pattern.count)
    guard !rest.isEmpty else { return }
    guard rest.first == UInt8(ascii: "-"),
      let number = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
      number > 1
    else { return nil }
    self.number = number
    // Not `-02` nor `-+2`.
    guard self.text == text else { return nil }
  }

  var text: String { number == 1 ? stamp : "\(stamp)-\(number)" }

  static func < (left: RunName, right: RunName) -> Bool {
    left.stamp != right.stamp ? left.stamp < right.stamp : left.number < right.number
  }
}
