import TestSupport
import Testing

/// report.html in a browser as wide as a desk, a tablet and a phone.
@Suite(.enabled(if: InstalledBrowser.program != nil, InstalledBrowser.hint))
struct PageWidthTests {
  private static let widths = [1280, 768, 360]

  /// Frames of the document, since a window cannot be as narrow as a phone; each says how much of
  /// it lies to the right of what is seen.
  private static func frames(of document: String) -> String {
    let frames = widths.map {
      "<iframe width=\($0) height=900 src=\"\(document)\"></iframe>"
    }
    return frames.joined() + """
      <script>
      addEventListener("load", () => {
        for (const frame of document.querySelectorAll("iframe")) {
          const page = frame.contentDocument;
          for (const part of page.querySelectorAll(".page")) part.style.contentVisibility = "visible";
          for (const fold of page.querySelectorAll("details")) fold.open = true;
          const over = page.scrollingElement.scrollWidth - page.scrollingElement.clientWidth;
          document.body.append(`[${frame.width}: ${over}]`);
        }
      });
      </script>
      """
  }

  private static func excess(of folder: String) throws -> [String] {
    let place = try TemporaryFolder()
    let path = try place.write(frames(of: "file://\(folder)/report.html"), to: "frames.html")
    let elements = try InstalledBrowser.opened(
      path, options: ["--allow-file-access-from-files", "--window-size=1400,900"]
    ).elements
    return elements.matches(of: #/\[\d+: -?\d+\]/#).map { String($0.output) }
  }

  private static let none = widths.map { "[\($0): 0]" }

  @Test(arguments: ["en", "fr", "pt", "nb", "id"])
  func theSampleIsNoWiderThanTheScreen(tag: String) throws {
    let sample = try SampleReport(["--language", tag])
    let excess = try Self.excess(of: sample.folder.path)
    #expect(excess == Self.none)
  }

  /// Two pages are shown in full, fourteen in brief.
  @Test(arguments: [2, 14])
  func hostileTextsAreNoWiderThanTheScreen(pages: Int) throws {
    let hostile = try HostileHistory.withPayloads(pages: pages)
    #expect(try hostile.report().status == 0)
    let excess = try Self.excess(of: hostile.folder.path)
    #expect(excess == Self.none)
  }

  /// The other way round: what would be seen if something were too wide.
  @Test func whatIsTooWideIsSeen() throws {
    let place = try TemporaryFolder()
    _ = try place.write(
      "<!DOCTYPE html><body style=\"margin:0\"><div style=\"width:1000px;height:1px\">",
      to: "report.html")
    let excess = try Self.excess(of: place.path)
    #expect(excess == ["[1280: 0]", "[768: 232]", "[360: 640]"])
  }
}
