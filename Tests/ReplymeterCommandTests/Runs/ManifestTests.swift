import Foundation
import MessageHistory
import Testing

@testable import ReplymeterCommand

struct ManifestTests {
  private struct Listing: Decodable, Equatable {
    struct Entry: Decodable, Equatable {
      var name: String
    }
    var program: String
    var settings: [String: String]
    var inputs: [Entry]?
    var outputs: [Entry]
  }

  private func manifest(of inputs: [String]) -> Data {
    let manifest = Manifest(
      version: "1", settings: [("a", "\n\"inputs\":[]")],
      inputs: inputs.map { ($0, 1, BlockFingerprint(), nil) }, sideFiles: [],
      outputs: [.init(name: "report.html", size: 1, sha256: "00")])
    return Data(manifest.render())
  }

  @Test(arguments: [[], ["a.csv"], ["a\n\"outputs\":[", "\n\"inputs\":[]", "c.csv"]])
  func inputsAreTakenOutWhateverTheyAreCalled(inputs: [String]) throws {
    let whole = manifest(of: inputs)
    var expected = try JSONDecoder().decode(Listing.self, from: whole)
    #expect(expected.inputs?.map(\.name) == inputs)
    expected.inputs = nil
    let rest = try JSONDecoder().decode(Listing.self, from: Manifest.withoutInputs(whole))
    #expect(rest == expected)
  }

  @Test func whatIsNoManifestStaysAsItIs() {
    for text in ["", "{}", "\n\"outputs\":\n\"inputs\":", "\n\"inputs\":"] {
      #expect(Manifest.withoutInputs(Data(text.utf8)) == Data(text.utf8))
    }
  }
}
