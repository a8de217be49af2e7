import TestSupport
import Testing

/// Texts that a browser could take for markup, in every field of a report.
struct HostileMarkupTests {
  private static let documents = ["report.html", "email.html"]

  /// Between elements nothing comes in, and nothing in a tag but values: without texts and values a
  /// document is the same as one of harmless texts.
  @Test func hostileTextsChangeNoMarkup() throws {
    let hostile = try HostileHistory.withPayloads(pages: 4)
    let harmless = try HostileHistory.harmless(pages: 4)
    for outcome in [try hostile.report(), try harmless.report()] {
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    for name in Self.documents {
      let skeletons = try [hostile.folder, harmless.folder].map { folder in
        Self.skeleton(of: try folder.text(of: name))
      }
      #expect(skeletons[0].count > 500)
      let first = zip(skeletons[0], skeletons[1]).first { $0 != $1 }
      #expect(skeletons[0] == skeletons[1], "\(name): \(String(describing: first))")
    }
  }

  /// The tags of a document, without the values of their attributes and the texts between them.
  private static func skeleton(of document: String) -> [String] {
    var tags: [String] = []
    var rest = Array(document.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      var end = start
      var isValue = false
      var tag: [UInt8] = []
      while end < rest.endIndex, isValue || rest[end] != UInt8(ascii: ">") {
        if rest[end] == UInt8(ascii: "\"") { isValue.toggle() }
        if !isValue { tag.append(rest[end]) }
        end += 1
      }
      tags.append(String(decoding: tag, as: UTF8.self))
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return tags
  }

  @Test func aSkeletonShowsWhatComesInFromATextOrAValue() {
    let plain = Self.skeleton(of: "<p title=\"a\">b</p>")
    #expect(plain == ["<p title=\"", "</p"])
    #expect(Self.skeleton(of: "<p title=\"a > \">b &lt;b></p>") == plain)
    #expect(Self.skeleton(of: "<p title=\"a\">b<b></p>") != plain)
    #expect(Self.skeleton(of: "<p title=\"a\" onload=\"\">b</p>") != plain)
  }

  // MARK: A browser

  @Test(.enabled(if: InstalledBrowser.program != nil, InstalledBrowser.hint))
  func aBrowserRunsNothingAndAsksForNothing() throws {
    let hostile = try HostileHistory.withPayloads(pages: 6, employees: 12)
    let harmless = try HostileHistory.harmless(pages: 6, employees: 12)
    for outcome in [try hostile.report(), try harmless.report()] {
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    for name in Self.documents {
      let (elements, network) = try InstalledBrowser.opened(hostile.folder.path + "/" + name)
      #expect(elements.contains("hostile.invalid"), "the texts are there to be read")
      #expect(!elements.contains("data-ran=\""))
      #expect(!network.contains("hostile.invalid"))
      let plain = try InstalledBrowser.opened(harmless.folder.path + "/" + name).elements
      #expect(Self.skeleton(of: elements) == Self.skeleton(of: plain), "\(name)")
    }
  }

  /// The other way round: what would be seen if something ran.
  @Test(.enabled(if: InstalledBrowser.program != nil, InstalledBrowser.hint))
  func aBrowserShowsWhatRanAndWasAskedFor() throws {
    let place = try TemporaryFolder()
    let path = try place.write("<p>" + HostileHistory.payloads[1] + "</p>", to: "control.html")
    let (elements, network) = try InstalledBrowser.opened(path)
    #expect(elements.contains("data-ran=\""))
    #expect(network.contains("hostile.invalid"))
  }
}
