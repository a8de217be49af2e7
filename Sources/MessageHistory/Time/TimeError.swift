/// What ends the work for reasons of time zones and periods.
package enum TimeError: Error, Hashable, Sendable {
  /// A time zone file cannot be used; `byte` is the place in the file, from 0.
  case zoneFile(byte: Int, ZoneFileFlaw)
  /// A period's text means nothing; the operator's own words are `found`.
  case period(found: String, PeriodFlaw)
}

/// Why a time zone file cannot be used.
package enum ZoneFileFlaw: Hashable, Sendable {
  case notZoneData
  /// The file ends before its own counts say.
  case cutOff
  case noOffsets
  /// The file counts leap seconds, which Unix times do not.
  case countsLeapSeconds
  case transitionsOutOfOrder
  case unknownOffset(number: Int, count: Int)
  case impossibleOffset(seconds: Int)
  case impossibleRule
}

/// Why a period's text means nothing; thrown within the reading of periods only.
package enum PeriodFlaw: Error, Hashable, Sendable {
  case unknownForm
  case noSuchYear
  case noSuchQuarter(year: Int)
  case noSuchMonth(year: Int)
  case noSuchWeek(year: Int, weekCount: Int)
  case noSuchDate(String)
  case endBeforeStart
}
