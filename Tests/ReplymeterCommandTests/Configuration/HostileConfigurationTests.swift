import ReplymeterCommand
import Testing

@Suite("Files that are no configuration")
struct HostileConfigurationTests {
  @Test(
    "what YAML can do and nobody needs here is refused",
    arguments: [
      (
        "title: §&a x\nperiod: y",
        "anchors and aliases are not taken; write the value out, or put a text that begins with & "
          + "or * in quotes"
      ),
      (
        "title: §*a",
        "anchors and aliases are not taken; write the value out, or put a text that begins with & "
          + "or * in quotes"
      ),
      (
        "title: §!!binary aGVsbG8=",
        "tags are not taken; remove the word that begins with '!', or put a text that begins with "
          + "it in quotes"
      ),
      (
        "window: §!channels [sms]",
        "tags are not taken; remove the word that begins with '!', or put a text that begins with "
          + "it in quotes"
      ),
      (
        "title: x\n§---\ntitle: y",
        "a second YAML document (expected one); remove the line '---' or what follows it"
      ),
      (
        "inputs:\n  - path: *§.csv",
        "anchors and aliases are not taken; write the value out, or put a text that begins with & "
          + "or * in quotes"
      ),
      (
        "title: a§: b",
        "this is not YAML (mapping values are not allowed in this context); check indentation, "
          + "colons and quotes near here"
      ),
      (
        "title: x\n§\ttabs: no",
        "this is not YAML (found a tab character that violates indentation); check indentation, "
          + "colons and quotes near here"
      ),
      (
        "title: x\r\ntitle: ä§\u{7}", "a control character (found \\u{7}); remove it"
      ),
    ] as [(String, String)])
  func refused(marked: String, words: String) {
    expectError(in: marked, words)
  }

  @Test("bytes that are no UTF-8 are refused at their place")
  func notUTF8() {
    let bytes = Array("title: x\nname: é".utf8) + [0xE9, 0x0A]
    #expect(
      message(bytes) == "f.yml:2:8: error: a byte that is no UTF-8; save the file as UTF-8")
  }

  @Test("a file of more than a mebibyte is refused, one of a mebibyte is read")
  func sizeLimit() {
    let comment = Array("#".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1_048_575)
    #expect(message(comment) == nil)
    #expect(
      message(comment + [10])
        == "f.yml:1:1: error: the configuration is too large (found 1048577 bytes, expected at "
        + "most 1048576); move long lists into files of their own")
  }

  @Test("deep nesting is refused", arguments: [17, 500, 999, 5_000, 200_000])
  func deepNesting(depth: Int) {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
      let yaml =
        "title: x\npages:\n " + String(repeating: open, count: depth) + "x"
        + String(repeating: close, count: depth)
      let words = message(Array(yaml.utf8)) ?? "nothing"
      #expect(words.contains("error: nested too deeply (expected at most 16 levels)"), "\(open)")
    }
  }

  @Test("a file whose aliases stand for more than memory holds is refused at once")
  func aliasBomb() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let alias = "*a\(level - 1)"
      yaml +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ","))]\n"
    }
    yaml += "? *a40\n: x\n"
    #expect(message(Array(yaml.utf8))?.hasPrefix("f.yml:1:5: error: anchors and aliases") == true)
  }

  @Test("an anchor deep inside is found in good time", arguments: [15, 60, 900])
  func deepAnchor(depth: Int) {
    let yaml =
      "title: " + String(repeating: "[", count: depth) + "&a x, *a"
      + String(repeating: "]", count: depth)
    #expect(message(Array(yaml.utf8))?.contains("error: anchors and aliases") == true)
  }

  @Test("many patterns and ampersands in texts are no bomb")
  func patternsAreNoBomb() throws {
    let inputs = (1...20).map { "  - path: \"*shop\($0)*.csv\" # all of *them*\n" }.joined()
    let yaml = "title: R&D, {{ &period }}\ninputs:\n\(inputs)email: { subject: \"Q&A * b\" }"
    #expect(try Configuration(reading: Array(yaml.utf8), file: "f.yml").inputs.count == 20)
  }

  @Test("many repeated keys end in an error in good time")
  func manyRepeatedKeys() {
    let yaml = (0..<2_000).map { "key\($0): x\nkey\($0): y\n" }.joined()
    #expect(message(Array(yaml.utf8))?.contains("more than once in its mapping") == true)
  }

  @Test(
    "no change of a few bytes makes the reader fall over", arguments: 1...8 as ClosedRange<UInt64>)
  func mutations(seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces = [
      "&a ", "*a", "!!str ", "!x ", "---\n", "\n", "  ", ": ", "- ", "[", "]", "{", "}", "\"", "'",
      ",", "#", "|\n", "? ", "\u{85}", "\u{2028}", "é", "\r", "\t", "%TAG ! x:\n", "<<: ", "\\x",
      "99999999999999999999", "-1", "24:00-24:00", "fri-mon", "\u{FEFF}", "...\n",
    ].map { Array($0.utf8) }
    let example = Array(wholeExample.utf8)
    var refusals = 0
    for _ in 0..<250 {
      var bytes = example
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...3, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.removeSubrange(Int.random(in: start...bytes.count, using: &random)...)
        default:
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          bytes.replaceSubrange(start..<end, with: piece)
        }
        if bytes.isEmpty { bytes = [10] }
      }
      if let words = message(bytes) {
        refusals += 1
        #expect(words.hasPrefix("f.yml:") && words.contains(": error: "), "seed \(seed): \(words)")
      }
    }
    // Most changes hurt, and some do not: else the test would not reach what it is about.
    #expect((50..<250).contains(refusals), "seed \(seed)")
  }

  private func message(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Configuration(reading: bytes, file: "f.yml")
      return nil
    } catch {
      return error.description
    }
  }
}

/// The generator of Steele, Lea and Flood: the same numbers for the same seed everywhere.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
