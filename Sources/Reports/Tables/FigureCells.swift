import MessageHistory
import ResponseMetrics

// Figures go to a sink cell by cell: employees.csv has half a million of them, and arrays of cells
// would be made and thrown away for each row.

extension TimeFigures {
  /// The ten time columns.
  func write(to sink: inout (some RowSink & ~Copyable)) {
    sink.cell(.integer(count))
    sink.cell(.time(mean))
    sink.cell(.time(fastest90Mean))
    sink.cell(.time(median))
    sink.cell(.time(p75))
    sink.cell(.time(p90))
    sink.cell(.time(p95))
    sink.cell(.time(p99))
    sink.cell(.time(least))
    sink.cell(.time(greatest))
  }

  /// The ten time columns of figures that may not be defined.
  static func write(_ figures: TimeFigures?, to sink: inout (some RowSink & ~Copyable)) {
    if let figures {
      figures.write(to: &sink)
    } else {
      for _ in 0..<10 { sink.blank() }
    }
  }
}

extension OpenerFigures {
  /// The columns from openers to the waiting-aware p90.
  func write(to sink: inout (some RowSink & ~Copyable)) {
    sink.cell(.integer(openers))
    sink.cell(.integer(answered))
    sink.cell(.integer(awaiting))
    sink.cell(.integer(missed))
    sink.cell(.integer(excludedSpam))
    sink.cell(.integer(excludedDone))
    sink.cell(.integer(excludedAway))
    sink.cell(Cell(responseRate))
    let interval = responseRateInterval
    sink.cell(interval.map { .bound($0.low) } ?? .blank)
    sink.cell(interval.map { .bound($0.high) } ?? .blank)
    sink.cell(Cell(settledResponseRate))
    for threshold in ResponseThreshold.allCases { sink.cell(Cell(within(threshold))) }
    firstResponse.write(to: &sink)
    sink.cell(.time(waitingAware.median))
    sink.cell(.time(waitingAware.p90))
  }
}

extension SliceFigures {
  /// The columns from openers to the end of a row of the summary.
  ///
  /// - Parameters:
  ///   - kept: tells what the data can say: closes, channels with a window.
  ///   - sink: takes a cell for each column.
  func write(_ kept: KeptRows, to sink: inout (some RowSink & ~Copyable)) {
    openers.write(to: &sink)
    TimeFigures.write(firstResponseOffice, to: &sink)
    reply.write(to: &sink)
    TimeFigures.write(replyOffice, to: &sink)
    TimeFigures.write(resolution, to: &sink)
    sink.cell(kept.hasClosedEvent ? .integer(counts.reopenings) : .blank)
    sink.cell(.integer(counts.conversations))
    sink.cell(.integer(counts.newContacts))
    sink.cell(.integer(counts.inbound))
    sink.cell(.integer(counts.outboundHuman))
    sink.cell(.integer(counts.outboundAutomated))
    sink.cell(.integer(counts.notes))
    sink.cell(Cell(openers.automatedFirstShare))
    sink.cell(Cell(openers.handledByAutomationShare))
    sink.cell(kept.hasWindowChannel ? .integer(counts.outsideWindow) : .blank)
    sink.cell(kept.hasWindowChannel ? .integer(counts.allowedOutsideWindow) : .blank)
  }
}

extension EmployeeFigures {
  /// The columns from responses on.
  ///
  /// - Parameters:
  ///   - kept: tells what the data can say: channels with a window.
  ///   - sink: takes a cell for each column.
  func write(_ kept: KeptRows, to sink: inout (some RowSink & ~Copyable)) {
    sink.cell(.integer(responses))
    sink.cell(Cell(share))
    firstResponse.write(to: &sink)
    TimeFigures.write(firstResponseOffice, to: &sink)
    reply.write(to: &sink)
    sink.cell(.integer(counts.messages))
    sink.cell(.integer(counts.conversations))
    sink.cell(.integer(activeDays))
    sink.cell(Cell(assigned))
    sink.cell(Cell(assignedResponseRate))
    sink.cell(.integer(counts.ratings))
    sink.cell(Cell(ratingMean))
    sink.cell(Cell(goodRatingShare))
    sink.cell(.integer(counts.handovers))
    sink.cell(kept.hasWindowChannel ? .integer(counts.outsideWindow) : .blank)
  }
}
