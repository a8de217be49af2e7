import HTMLDocument
import Testing

/// Rules become attributes, and what cannot stays.
struct StyleInliningTests {
  /// The document after inlining, without what stands around head and body.
  private func inlined(_ css: String, _ body: String) throws -> String {
    let source =
      "<!DOCTYPE html><html><head><style>\(css)</style></head><body>\(body)</body></html>"
    let tree = try HTMLTree(parsing: Array(source.utf8))
    try tree.inlineStyles()
    let text = String(decoding: tree.serialized(), as: UTF8.self)
    return String(text.dropFirst("<!DOCTYPE html>\n<html>".count).dropLast("</html>\n".count))
      .replacing("<head></head>", with: "").replacing("<body>", with: "")
      .replacing("</body>", with: "")
  }

  @Test(arguments: [
    ("p { color: red; margin : 0 }", "<p>x</p>", "<p style=\"color:red;margin:0\">x</p>"),
    ("p{color:red}", "<b>x</b>", "<b>x</b>"),
    // More specific, then later, wins.
    (
      ".a{color:blue} p{color:red}", "<p class=a>x</p>", "<p class=\"a\" style=\"color:blue\">x</p>"
    ),
    ("p{color:red} p{color:blue}", "<p>x</p>", "<p style=\"color:blue\">x</p>"),
    (
      "#i{color:blue} p.a.b{color:red}", "<p id=i class='a b'>x</p>",
      "<p id=\"i\" class=\"a b\" style=\"color:blue\">x</p>"
    ),
    ("p,i,b{color:red} p{margin:0}", "<p>x</p>", "<p style=\"color:red;margin:0\">x</p>"),
    // The attribute wins over rules, an important rule over it.
    ("p{color:red}", "<p style='color:blue'>x</p>", "<p style=\"color:blue\">x</p>"),
    (
      "p{color:red !important}", "<p style='color:blue;margin:0'>x</p>",
      "<p style=\"margin:0;color:red\">x</p>"
    ),
    (
      ".a{color:blue} p{color:red ! important}", "<p class=a>x</p>",
      "<p class=\"a\" style=\"color:red\">x</p>"
    ),
    // A shorthand after a part of it sets it back, one before it does not.
    (
      "p{margin-left:4px} p.a{margin:0}", "<p class=a>x</p>",
      "<p class=\"a\" style=\"margin-left:4px;margin:0\">x</p>"
    ),
    (
      "p{margin:0} p.a{margin-left:4px}", "<p class=a>x</p>",
      "<p class=\"a\" style=\"margin:0;margin-left:4px\">x</p>"
    ),
    // A value and its fallback stay together.
    (
      "p{color:#fff;color:rgba(1,2,3,.5)}", "<p>x</p>",
      "<p style=\"color:#fff;color:rgba(1,2,3,.5)\">x</p>"
    ),
    // Strings, comments and parentheses hide what would end a declaration.
    (
      "p{background:url(a;b}.png);/* color:red; */font-family:'a;b\"'}", "<p>x</p>",
      "<p style=\"background:url(a;b}.png);font-family:'a;b&quot;'\">x</p>"
    ),
    // What is broken is left out.
    ("p{color;margin:0;:red;padding:1px!imp} {a:b} i{", "<p>x</p>", "<p style=\"margin:0\">x</p>"),
    (
      "<!-- p{color:red} --> } p{margin:0}", "<p>x</p>",
      "<p style=\"color:red;margin:0\">x</p>"
    ),
    ("body * {margin:0}", "<p>x<br></p>", "<p style=\"margin:0\">x<br style=\"margin:0\"></p>"),
  ])
  func rulesBecomeAttributes(css: String, body: String, result: String) throws {
    #expect(try inlined(css, body) == result)
  }

  @Test(arguments: [
    (
      "@media print{p{color:red}}", "<p>x</p>",
      "<head><style>\n@media print{\np{color:red!important}\n}\n</style></head><p>x</p>"
    ),
    (
      "p{color:red}@media (max-width:480px){p{color:blue}}", "<p>x</p>",
      "<head><style>\n@media (max-width:480px){\np{color:blue!important}\n}\n</style></head>"
        + "<p style=\"color:red\">x</p>"
    ),
    (
      "a:hover,a{color:red}", "<a>x</a>",
      "<head><style>\na:hover{color:red!important}\n</style></head>"
        + "<a style=\"color:red\">x</a>"
    ),
    (
      "p::before{content:'x'}", "<p>x</p>",
      "<head><style>\np::before{content:'x'!important}\n</style></head><p>x</p>"
    ),
    (
      "@import 'a.css'; @font-face{font-family:a;src:url(b)}", "<p>x</p>",
      "<head><style>\n@import 'a.css';\n@font-face{font-family:a;src:url(b)}\n</style></head>"
        + "<p>x</p>"
    ),
    (
      "@media a{@supports (x){p{y:z}}}", "<p>x</p>",
      "<head><style>\n@media a{\n@supports (x){\np{y:z!important}\n}\n}\n</style></head><p>x</p>"
    ),
    // A rule that had won over the kept one still does.
    (
      "@media a{p{color:blue}} .b{color:red}", "<p class=b>x</p>",
      "<head><style>\n@media a{\np{color:blue!important}\n}\n</style></head>"
        + "<p class=\"b\" style=\"color:red!important\">x</p>"
    ),
    (
      "@media a{p{margin:0}} p{margin-left:1px}", "<p>x</p>",
      "<head><style>\n@media a{\np{margin:0!important}\n}\n</style></head>"
        + "<p style=\"margin-left:1px!important\">x</p>"
    ),
    (
      "p{color:red!important} @media a{p{color:blue}}", "<p>x</p>",
      "<head><style>\n@media a{\np{color:blue!important}\n}\n</style></head>"
        + "<p style=\"color:red!important\">x</p>"
    ),
    // But not where it had lost to another rule of that condition.
    (
      ".b{color:red} @media a{p{color:blue} .b{color:green}}", "<p class=b>x</p>",
      "<head><style>\n@media a{\np{color:blue!important}\n.b{color:green!important}\n}\n</style>"
        + "</head><p class=\"b\" style=\"color:red\">x</p>"
    ),
    (
      "@media a{p{color:blue!important}} .b{color:red}", "<p class=b>x</p>",
      "<head><style>\n@media a{\np{color:blue!important}\n}\n</style></head>"
        + "<p class=\"b\" style=\"color:red\">x</p>"
    ),
    (
      "@media a{p{color:blue}}", "<p style='color:red'>x</p>",
      "<head><style>\n@media a{\np{color:blue!important}\n}\n</style></head>"
        + "<p style=\"color:red!important\">x</p>"
    ),
  ])
  func whatCannotBeInlinedStays(css: String, body: String, result: String) throws {
    #expect(try inlined(css, body) == result)
  }

  @Test func sheetsForOtherMediaStay() throws {
    let source = "<style media=print>p{color:red}</style><style type='text/x'>p</style><p>x</p>"
    let tree = try HTMLTree(parsing: Array(source.utf8))
    let before = tree.serialized()
    try tree.inlineStyles()
    #expect(tree.serialized() == before)
  }

  @Test func laterSheetsWinOverEarlierOnes() throws {
    let source = "<style>p{color:red}</style><style>p{color:blue}</style><p>x</p>"
    let tree = try HTMLTree(parsing: Array(source.utf8))
    try tree.inlineStyles()
    #expect(try tree.elements(matching: "p").map { $0["style"] } == ["color:blue"])
  }

  @Test func inliningTwiceChangesNothingMore() throws {
    let source = """
      <style>p{color:red} .a{margin:0!important} @media a{p{color:blue} .a{margin:1px}}
      a:hover{color:red}</style><p class=a style='margin:2px'>x</p><p>y</p>
      """
    let tree = try HTMLTree(parsing: Array(source.utf8))
    try tree.inlineStyles()
    let once = tree.serialized()
    let again = try HTMLTree(parsing: once)
    try again.inlineStyles()
    #expect(
      String(decoding: again.serialized(), as: UTF8.self) == String(decoding: once, as: UTF8.self))
  }
}

/// Classes that nothing names any more.
struct UnusedClassTests {
  @Test func classesThatNoSheetNamesAreRemoved() throws {
    let source = """
      <style>.a{color:red} @media b{.c .d-1{margin:.5em}} .e:hover{margin:0}</style>
      <p class="a c">x</p><p class=" a ">y</p><p class="d-1 d e">z</p>
      """
    let tree = try HTMLTree(parsing: Array(source.utf8))
    try tree.inlineStyles()
    try tree.removeUnusedClasses()
    #expect(try tree.elements(matching: "p").map { $0["class"] } == ["c", nil, "d-1 e"])
  }
}
