/// From local readings back to instants.
extension LocalClock {
  /// The instant of a naive local time, given as milliseconds since 1970-01-01T00:00 of this clock.
  ///
  /// A time that the clock skips is moved forward by the gap's length; of several instants with the
  /// same reading the earliest is taken.
  package func resolve(localMilliseconds: Int64) -> LocalResolution {
    let cyclesBack = table.cyclesBack(for: localMilliseconds)
    let local = localMilliseconds - cyclesBack
    let index = table.spanIndex(at: local)
    let span = table.spans[index]
    let clearOfStart = index == 0 || local - table.reach >= span.start
    guard clearOfStart, local + table.reach < table.spans[index + 1].start else {
      return table.resolutionNearTransition(local: local, cyclesBack: cyclesBack)
    }
    return LocalResolution(
      instant: Instant(milliseconds: localMilliseconds - span.offset), kind: .unique)
  }

  /// The first instant of a local date, resolved as its time 00:00.
  ///
  /// Where the clock skips midnight this is the end of the gap. Where it skips the whole date (Apia,
  /// 2011-12-30) it is also the next date's midnight. Where 00:00 comes twice it is the first, after
  /// which an hour of the date before may follow.
  package func midnight(of date: LocalDate) -> Instant {
    resolve(localMilliseconds: Int64(date.dayNumber) * 86_400_000).instant
  }
}

extension ClockTable {
  /// Looks through every span that could show a local time.
  ///
  /// Spans before the instant have passed the reading when they end, spans after it begin later. So
  /// where no span shows it there is one transition that jumps over it.
  @inline(never)
  fileprivate func resolutionNearTransition(local: Int64, cyclesBack: Int64) -> LocalResolution {
    func resolution(offset: Int64, _ kind: LocalResolution.Kind) -> LocalResolution {
      LocalResolution(instant: Instant(milliseconds: local + cyclesBack - offset), kind: kind)
    }
    let candidates = spanIndex(at: local - reach)...spanIndex(at: local + reach)
    var shownAt: Int64?
    var jumpedFrom: Int64?
    var offsetBefore: Int64?
    for index in candidates {
      let span = spans[index]
      let instant = local - span.offset
      if instant >= spans[index + 1].start {
        offsetBefore = span.offset
      } else if instant >= span.start {
        if let shownAt { return resolution(offset: shownAt, .ambiguous) }
        shownAt = span.offset
      } else if jumpedFrom == nil {
        jumpedFrom = offsetBefore
      }
    }
    if let shownAt { return resolution(offset: shownAt, .unique) }
    return resolution(offset: jumpedFrom ?? spans[candidates.lowerBound].offset, .inGap)
  }
}
