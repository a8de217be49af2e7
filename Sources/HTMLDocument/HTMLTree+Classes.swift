extension HTMLTree {
  /// Removes the classes that no `<style>` element names, which after inlining say nothing more.
  package func removeUnusedClasses() throws(HTMLError) {
    var named: Set<String> = []
    for style in try elements(matching: "style") { named.formUnion(Self.classes(in: style.text)) }
    for element in try elements(matching: "[class]") {
      let words = (element["class"] ?? "").utf8.split(whereSeparator: StyleScanner.isSpace)
        .map { String(decoding: Array($0), as: UTF8.self) }
      let used = words.filter(named.contains)
      guard used.count < words.count else { continue }
      element["class"] = used.isEmpty ? nil : used.joined(separator: " ")
    }
  }

  /// The names that stand after a dot anywhere: at least the classes of all selectors.
  private static func classes(in css: String) -> Set<String> {
    var scanner = StyleScanner(css)
    var classes: Set<String> = []
    while !scanner.isAtEnd {
      if scanner.take("."), let name = scanner.name() {
        classes.insert(name)
      } else {
        scanner.skip()
      }
    }
    return classes
  }
}
