import TestSupport

/// A history and a configuration with a text of one's choice in every field that reports show.
struct HostileHistory: ~Copyable {
  let place: TemporaryFolder

  /// What a page could take for markup, an attribute, a script or a template.
  static let payloads: [String] = [
    "<script>document.documentElement.setAttribute('data-ran','1')</script>",
    "<img src=http://hostile.invalid/i onerror=\"document.documentElement.dataset.ran=1\">",
    "\"><img src=http://hostile.invalid/q onerror=\"document.documentElement.dataset.ran=1\">",
    "'><img src=http://hostile.invalid/a onerror='document.documentElement.dataset.ran=1'>",
    "\" onmouseover=\"document.documentElement.dataset.ran=1\" autofocus onfocus=\"alert(1)",
    "' style='background:url(http://hostile.invalid/s)' x='",
    "\"\u{301}><svg/onload=document.documentElement.setAttribute('data-ran','1')>",
    "</style><script>document.documentElement.setAttribute('data-ran','1')</script>",
    "</title></head><body onload=alert(1)><h1>x", "</script><script>alert(1)</script>",
    "</text></svg><script>alert(1)</script>", "<svg><animate onbegin=alert(1)>",
    "--><script>alert(1)</script><!--", "]]><script>alert(1)</script>", "<![CDATA[<b>x</b>]]>",
    "<!--[if mso]><b>x</b><![endif]-->", "<base href=http://hostile.invalid/>",
    "<meta http-equiv=refresh content='0;url=http://hostile.invalid/m'>",
    "<iframe src=http://hostile.invalid/f></iframe>", "<object data=http://hostile.invalid/o>",
    "<link rel=stylesheet href=http://hostile.invalid/c>", "<form action=//hostile.invalid><input>",
    "<a href=javascript:alert(1)>x</a>", "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;b&#62;x", "{{title}}{{#pages}}", "{{{version}}}{{> report.html}}", "+ADw-script+AD4-",
    "\u{202E}<b>\u{2066}x", "</table></section></main><p>", "<bdi></bdi></bdi><b>x", "x` y=`",
    "<plaintext>", "<textarea>", "<template><slot>", "<math><mtext><b>", "%3Cscript%3E",
    "\\x3cb\\x3e",
    String(repeating: "<b>", count: 400),
  ]

  /// Writes a history of `pages` pages.
  ///
  /// - Parameters:
  ///   - pages: at least one.
  ///   - employees: of each page and channel, with a conversation each.
  ///   - text: gets a word that no other field has, and its number; words sort as the fields follow
  ///     one another.
  /// - Throws: where the folder cannot be written.
  init(pages: Int, employees: Int = 3, _ text: (_ word: String, _ number: Int) -> String) throws {
    let place = try TemporaryFolder()
    var number = 0
    func field(_ name: String) -> String {
      number += 1
      return text("\(name)\(1_000 + number)", number)
    }
    var rows =
      "page,channel,conversation_id,message_id,timestamp,direction,sender_id,sender_name,"
      + "contact_id,contact_name,assignee,tag,status,text\n"
    var yaml = "title: \(Self.yaml(field("title")))\noverdue_after: 1h\npages:\n"
    for _ in 0..<pages {
      let page = field("page")
      yaml += "  - id: \(Self.yaml(page))\n    name: \(Self.yaml(field("name")))\n"
      yaml += "    industry: retail\n    targets: { response_rate: 0.9 }\n"
      for channel in [field("channel"), "whatsapp"] {
        for employee in 0..<employees {
          let id = field("conversation")
          let key = field("employee")
          let contact = [field("contact"), field("contact")]
          for (hour, direction) in ["inbound", "outbound", "inbound"].enumerated() {
            let isInbound = direction == "inbound"
            let cells = [
              page, channel, id, field("message"),
              "2026-11-0\(employee % 7 + 1)T1\(hour):00:00Z", direction,
              isInbound ? "" : key, isInbound ? contact[0] : field("sender"), contact[0],
              contact[1], key, field("tag"), hour == 1 ? field("status") : "", field("text"),
            ]
            rows += cells.map(Self.cell).joined(separator: ",") + "\n"
          }
        }
      }
      rows += Self.cell(page) + ",x,\(Self.cell(field("conversation"))),,soon,inbound\n"
    }
    yaml += "policy: { name: \(Self.yaml(field("policy"))) }\n"
    yaml += "email: { subject: 'X {{title}} {{period}}' }\nbenchmarks: { file: own.csv }\n"
    try place.write(rows, to: "in.csv")
    try place.write(yaml, to: "replymeter.yml")
    try place.write(Self.benchmarks(field), to: "own.csv")
    self.place = place
  }

  /// Cited figures with texts in every column that may have them.
  private static func benchmarks(_ field: (String) -> String) -> String {
    let header =
      "metric,industry,channel,value,unit,statistic,sample,year,publisher,source_title,source_url,"
      + "confidence,note\n"
    let cells = [
      "response_rate", "retail", "all", "50", "percent", field("statistic"), field("sample"),
      "2026", field("publisher"), field("source"), "javascript:alert(1)//" + field("url"), "seed",
      field("note"),
    ]
    return header + cells.map(cell).joined(separator: ",") + "\n"
  }

  private static func cell(_ text: String) -> String {
    // By scalars: to Swift a quote with a combining mark is another character than a quote.
    "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private static func yaml(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\0"..<" ": "\\x" + String(0x100 | scalar.value, radix: 16).dropFirst()
      case "\u{7F}"...:
        "\\U" + String(UInt64(1) << 32 | UInt64(scalar.value), radix: 16).dropFirst()
      default: String(scalar)
      }
    }.joined()
    return "\"" + escaped + "\""
  }

  /// Writes all reports.
  func report(_ options: [String] = []) throws -> RunningTool.Outcome {
    try RunningTool.run(
      ["report", "in.csv", "--output", "report"] + options, in: place.path)
  }

  /// A history with a payload behind the word of each field, so that rows stay in their order.
  static func withPayloads(pages: Int, employees: Int = 3) throws -> HostileHistory {
    try HostileHistory(pages: pages, employees: employees) { word, number in
      word + " " + payloads[number % payloads.count]
    }
  }

  /// The same history without anything hostile.
  static func harmless(pages: Int, employees: Int = 3) throws -> HostileHistory {
    try HostileHistory(pages: pages, employees: employees) { word, _ in word + " harmless" }
  }

  var folder: ReportFolder { ReportFolder(path: place.path + "report") }
}
