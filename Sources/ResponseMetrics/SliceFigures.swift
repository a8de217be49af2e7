/// All figures of a page, a channel of a page, or all pages: a row of summary or channels.
package struct SliceFigures: Sendable {
  package var openers: OpenerFigures
  /// Nil where no page of the slice has a schedule.
  package var firstResponseOffice: TimeFigures?
  package var reply: TimeFigures
  /// Nil where no page of the slice has a schedule.
  package var replyOffice: TimeFigures?
  /// Nil where the data has no `closed` event.
  package var resolution: TimeFigures?
  package var counts: SliceCounts
}
