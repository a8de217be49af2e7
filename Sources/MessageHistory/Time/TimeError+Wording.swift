extension TimeError {
  /// What is wrong, what was found and expected, and what to do.
  ///
  /// The caller puts the place before it: the zone file's path, the option, or the configuration's
  /// line and column.
  package var message: String {
    switch self {
    case .zoneFile(let byte, let flaw):
      "time zone data cannot be used (at byte \(byte) found \(flaw.found), "
        + "expected \(flaw.expected)); install the system's time zone data again"
    case .period(let found, let flaw):
      "\(flaw.problem) (found \(TimeError.shown(found)), expected \(flaw.expected)); \(flaw.advice)"
    }
  }

  /// The text cut to forty characters, with nothing that could drive a terminal.
  private static func shown(_ text: String) -> String {
    guard !text.isEmpty else { return "nothing" }
    let scalars = text.unicodeScalars.prefix(40).map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
      default: scalar
      }
    }
    var shown = String(String.UnicodeScalarView(scalars))
    if text.unicodeScalars.count > 40 { shown += "…" }
    return shown
  }
}

extension ZoneFileFlaw {
  fileprivate var found: String {
    switch self {
    case .notZoneData: "other bytes"
    case .cutOff: "the end of the file"
    case .noOffsets: "no offset"
    case .countsLeapSeconds: "leap seconds"
    case .transitionsOutOfOrder: "a time not after the one before"
    case .unknownOffset(let number, _): "offset number \(number)"
    case .impossibleOffset(let seconds): "an offset of \(seconds) seconds"
    case .impossibleRule: "another text"
    }
  }

  fileprivate var expected: String {
    switch self {
    case .notZoneData: "TZif"
    case .cutOff: "the data that the header announces"
    case .noOffsets: "at least one"
    case .countsLeapSeconds: "a zone without them"
    case .transitionsOutOfOrder: "transitions in order of time"
    case .unknownOffset(_, let count): "0 to \(count - 1)"
    case .impossibleOffset: "less than 24 hours, east or west"
    case .impossibleRule: "a POSIX time zone rule between two line ends"
    }
  }
}

extension PeriodFlaw {
  fileprivate var problem: String {
    switch self {
    case .unknownForm: "the period is in no known form"
    case .noSuchYear: "there is no such year"
    case .noSuchQuarter: "there is no such quarter"
    case .noSuchMonth: "there is no such month"
    case .noSuchWeek: "there is no such week"
    case .noSuchDate(let date): "there is no date \(date)"
    case .endBeforeStart: "the period ends before it starts"
    }
  }

  fileprivate var expected: String {
    switch self {
    case .unknownForm: PeriodExpression.forms
    case .noSuchYear: "0001 to 9999"
    case .noSuchQuarter(let year):
      "\(paddedYear(year))-Q1 to \(paddedYear(year))-Q4"
    case .noSuchMonth(let year):
      "\(paddedYear(year))-01 to \(paddedYear(year))-12"
    case .noSuchWeek(let year, let weekCount):
      "\(paddedYear(year))-W01 to \(paddedYear(year))-W\(weekCount)"
    case .noSuchDate: "two dates as YYYY-MM-DD..YYYY-MM-DD"
    case .endBeforeStart: "the earlier date first, both included"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .unknownForm: "choose one of these forms"
    case .noSuchYear, .noSuchQuarter, .noSuchMonth, .noSuchWeek: "choose one of these"
    case .noSuchDate: "correct the date"
    case .endBeforeStart: "exchange the dates"
    }
  }

  private func paddedYear(_ year: Int) -> String {
    var bytes: [UInt8] = []
    DecimalDigits.append(year.magnitude, width: 4, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
