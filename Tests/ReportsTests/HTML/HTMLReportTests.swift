import MessageHistory
import Reports
import ResponseMetrics
import Templates
import Testing

/// report.html as a whole: it holds together, says what the figures say, and shows any text.
struct HTMLReportTests {
  private static let header =
    "conversation_id,timestamp,direction,page,channel,contact_name,employee_name,status\n"

  /// Two pages, and as-of noon of 9 November.
  ///
  /// North has four openers: answered after 5 and 15 min, missed, closed; south has one, awaiting.
  private func shops() throws -> ReportedHistory {
    try ReportedHistory(
      Self.header + """
        c1,2026-11-02T09:00:00Z,inbound,north,messenger,Ada,,
        c1,2026-11-02T09:05:00Z,outbound,north,messenger,Ada,Anna,
        c2,2026-11-03T09:00:00Z,inbound,north,messenger,Bob,,
        c2,2026-11-03T09:15:00Z,outbound,north,messenger,Bob,Ben,
        c3,2026-11-04T20:00:00Z,inbound,north,instagram,Cleo,,
        c4,2026-11-05T09:00:00Z,inbound,north,messenger,Dan,,closed
        d1,2026-11-08T18:00:00Z,inbound,south,messenger,Eve,,
        """, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
  }

  @Test func theTemplateAsksOnlyForFieldsOfTheShape() throws {
    try ReportedHistory.library().check(HTMLReport.templateName, against: HTMLReport.shape)
  }

  @Test func theMarkupHoldsTogether() throws {
    let reader = MarkupReader(try shops().html())
    #expect(reader.flaws == [])
    #expect(Set(reader.ids).count == reader.ids.count)
    #expect(reader.links.filter { !reader.ids.contains($0) } == [])
    #expect(reader.elements.count { $0 == "h1" } == 1)
    #expect(reader.elements.count { $0 == "main" } == 1)
    #expect(reader.elements.count { $0 == "table" } == reader.elements.count { $0 == "caption" })
  }

  @Test func nothingIsLoadedFromANetwork() throws {
    let html = try shops().html()
    for trace in ["http:", "https:", "src=", "@import", "url(", "fetch(", "XMLHttpRequest"] {
      #expect(!html.contains(trace), "\(trace)")
    }
  }

  @Test func figuresAreWordedOnce() throws {
    let text = MarkupReader(try shops().html()).text.plainSpaces
    // North: 2 of 3 answered, median of 5 and 15 min, p90 = 5 + 0.9 · 10 min.
    #expect(text.contains("66.7 % of 3 openers were answered, half of them within 10 min."))
    #expect(text.contains("14 min"))
    // 1 closed over 3 that count: more than a tenth.
    #expect(text.contains("1 left out as closed (33.3 %)"))
    #expect(text.contains("1 opener is left out as closed, more than a tenth of those that count"))
    // Waiting: c3 since 4 November 20:00 (4 d 16 h), d1 for 18 h; c4 is closed.
    #expect(text.contains("Longest 4 d 16 h"))
    #expect(text.contains("Answer the 1 conversation that has waited longer than 24 h: 4 d 16 h"))
    #expect(text.contains("1 opener may still be answered."))
  }

  @Test func everyFigureOfTheSummaryIsShown() throws {
    let shops = try shops()
    let text = MarkupReader(try shops.html()).text.plainSpaces
    let total = try shops.findings().summary.total
    for (name, value) in [
      ("Openers", total.openers.openers), ("Answered", total.openers.answered),
      ("Awaiting", total.openers.awaiting), ("Missed", total.openers.missed),
      ("Left out as spam", total.openers.excludedSpam),
      ("Left out as closed", total.openers.excludedDone),
      ("Left out as page away", total.openers.excludedAway),
      ("Conversations", total.counts.conversations), ("New contacts", total.counts.newContacts),
      ("Inbound messages", total.counts.inbound),
      ("Human replies and messages", total.counts.outboundHuman),
      ("Automated messages", total.counts.outboundAutomated),
      ("Internal notes", total.counts.notes),
    ] {
      #expect(text.contains("\(name)  \(value)  "), "\(name)")
    }
    for (name, value) in [
      ("Response rate", "50 %"), ("Settled response rate", "66.7 %"),
      ("Answered within 1 min", "0 %"), ("Answered within 5 min", "25 %"),
      ("Answered within 15 min", "50 %"), ("Answered within 24 h", "50 %"),
    ] {
      #expect(text.contains("\(name)  \(value)  "), "\(name)")
    }
  }

  @Test func severalPagesHaveAnIndexAndSections() throws {
    let html = try shops().html()
    #expect(html.contains("<a class=\"name\" href=\"#page-1\"><bdi>north</bdi></a>"))
    #expect(html.contains("<section class=\"page\" id=\"page-2\""))
    #expect(html.contains("<section class=\"page\" id=\"all\""))
  }

  @Test func aSinglePageStandsAlone() throws {
    let html = try ReportedHistory(
      Self.header + "c1,2026-11-02T09:00:00Z,inbound,north,messenger,Ada,,\n",
      asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09"
    ).html()
    #expect(html.contains("<section class=\"page\" id=\"page-1\""))
    #expect(!html.contains("id=\"all\""))
  }

  @Test func missedTargetsAreNamedWithTheirDistance() throws {
    var shops = try shops()
    shops.targets = [
      TargetVerdict(
        page: "north", metric: "response_rate", goal: .least(Fraction(1)),
        own: Fraction(2, over: 3)),
      TargetVerdict(
        page: "north", metric: "first_response_median", goal: .most(.minutes(10)),
        own: Fraction(600_000)),
    ]
    let text = MarkupReader(try shops.html()).text.plainSpaces
    #expect(
      text.contains("Missed target: Response rate is 66.7 %, −33.3 points from at least 100 %."))
    #expect(text.contains("at most 10 min  10 min  ±0  met"))
  }

  /// A page alone has all of the 1,300 rows.
  @Test func peoplePastTheBoundAreCountedAndNotListed() throws {
    let rows = (1000..<2310).map { number in
      let minute = number % 50 + 10
      return """
        c\(number),2026-11-02T09:00:00Z,inbound,north,messenger,Ada,,
        c\(number),2026-11-02T09:\(minute):00Z,outbound,north,messenger,Ada,Person \(number),

        """
    }
    let html = try ReportedHistory(
      Self.header + rows.joined(), asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09"
    ).html()
    #expect(html.contains("10 more are in employees.csv."))
    #expect(html.contains(">Person 2299<"))
    #expect(!html.contains(">Person 2300<"))
    #expect(!(try shops().html()).contains("employees.csv."))
  }

  @Test func aReportWithoutMessagesSaysSo() throws {
    let html = try ReportedHistory(
      Self.header + "c1,2026-10-02T09:00:00Z,inbound,north,messenger,Ada,,closed\n",
      asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09"
    ).html()
    let reader = MarkupReader(html)
    #expect(reader.flaws == [])
    #expect(reader.text.contains("No messages in this period."))
    #expect(reader.text.contains("–"))
  }

  @Test(arguments: [true, false])
  func nothingIsEverNaNOrNil(hasMessages: Bool) throws {
    var history = try shops()
    if !hasMessages { history.csv = Self.header }
    let text = MarkupReader(try history.html()).text
    for word in ["NaN", "nil", "Optional", "inf ", "undefined", "{{", "{n}"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func hostileNamesAreShownLiterally() throws {
    let names = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u{202E}gnol eht\u{202C}",
      "👩‍👩‍👧 {{title}} {n}", "O'Neil & Söhne", "\"\u{301}onload=x",
    ]
    for name in names {
      let cell =
        "\""
        + name.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
      var history = try ReportedHistory(
        Self.header + """
          \(cell),2026-11-02T09:00:00Z,inbound,\(cell),\(cell),\(cell),,
          c2,2026-11-02T09:00:00Z,inbound,\(cell),\(cell),x,,
          c2,2026-11-02T09:05:00Z,outbound,\(cell),\(cell),x,\(cell),
          """, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
      history.title = name
      history.notes = [name]
      let html = try history.html()
      let reader = MarkupReader(html)
      #expect(reader.flaws == [], "\(name)")
      #expect(!reader.elements.contains("img"), "\(name)")
      #expect(reader.elements.count { $0 == "script" } == 1, "\(name)")
      #expect(reader.text.contains(escaped(name)), "\(name)")
    }
  }

  @Test func namesOfTenThousandCharactersAreCut() throws {
    let long = String(repeating: "W", count: 10_000)
    let html = try ReportedHistory(
      Self.header + "\(long),2026-11-02T09:00:00Z,inbound,\(long),\(long),\(long),,\n",
      asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09"
    ).html()
    #expect(!html.contains(String(repeating: "W", count: 81)))
    #expect(html.contains(String(repeating: "W", count: 80) + "…"))
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
