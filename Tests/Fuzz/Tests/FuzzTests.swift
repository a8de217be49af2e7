import FuzzTargets
import Glibc
import TestSupport
import Testing

/// The fuzz targets for a moment; `script/fuzz` runs them for as long as one likes.
struct FuzzTests {
  /// How much longer than usual to try: `REPLYMETER_TEST_ROUNDS`, from 1.
  private static let rounds =
    getenv("REPLYMETER_TEST_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1

  @Test(arguments: FuzzTarget.allCases)
  func everyKeptInputIsTakenAsItShouldBe(target: FuzzTarget) throws {
    let inputs = try FuzzCorpus(of: target).inputs
    #expect(!inputs.isEmpty)
    for input in inputs + [[]] {
      #expect(throws: Never.self, "\(target): \(words(input))") { try target.check(input) }
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func mutationsOfKeptInputsAreTakenAsTheyShouldBe(target: FuzzTarget) throws {
    let corpus = try FuzzCorpus(of: target)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 * Self.rounds {
      let input = corpus.mutation(using: &random)
      #expect(throws: Never.self, "\(target), \(random): \(words(input))") {
        try target.check(input)
      }
    }
  }

  private func words(_ input: [UInt8]) -> String {
    String(decoding: input, as: UTF8.self).debugDescription
  }
}
