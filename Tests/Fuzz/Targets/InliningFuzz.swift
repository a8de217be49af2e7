import HTMLDocument

/// Any document is inlined, and what is written reads the same again; or it is refused.
///
/// But where `html`, `head` or `body` stand in each other: of these the parser takes one level away
/// at each reading.
enum InliningFuzz {
  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    let once: [UInt8]
    let twice: [UInt8]
    do throws(HTMLError) {
      let tree = try HTMLTree(parsing: bytes)
      try tree.inlineStyles()
      let settled = try HTMLTree(parsing: tree.serialized())
      guard try settled.elements(matching: "html, head, body").count <= 3 else { return }
      once = settled.serialized()
      twice = try HTMLTree(parsing: once).serialized()
    } catch {
      return
    }
    try require(
      once == twice, "\(String(decoding: twice, as: UTF8.self)) differs when it is read again")
  }
}
