import MessageHistory
import ResponseMetrics

extension TimeFigures {
  /// The ten time columns.
  var cells: [Cell] {
    [
      .integer(count), .time(mean), .time(fastest90Mean), .time(median), .time(p75), .time(p90),
      .time(p95), .time(p99), .time(least), .time(greatest),
    ]
  }

  /// The ten time columns of figures that may not be defined.
  static func cells(_ figures: TimeFigures?) -> [Cell] {
    figures?.cells ?? Array(repeating: .blank, count: 10)
  }
}

extension OpenerFigures {
  /// The columns from openers to the waiting-aware p90.
  var cells: [Cell] {
    let interval = responseRateInterval
    return [
      .integer(openers), .integer(answered), .integer(awaiting), .integer(missed),
      .integer(excludedSpam), .integer(excludedDone), .integer(excludedAway),
      Cell(responseRate), interval.map { .bound($0.low) } ?? .blank,
      interval.map { .bound($0.high) } ?? .blank, Cell(settledResponseRate),
    ] + ResponseThreshold.allCases.map { Cell(within($0)) } + firstResponse.cells + [
      .time(waitingAware.median), .time(waitingAware.p90),
    ]
  }
}

extension SliceFigures {
  /// The columns from openers to the end of a row of the summary.
  ///
  /// - Parameter kept: tells what the data can say: closes, channels with a window.
  /// - Returns: a cell for each column.
  func cells(_ kept: KeptRows) -> [Cell] {
    openers.cells + TimeFigures.cells(firstResponseOffice) + reply.cells
      + TimeFigures.cells(replyOffice) + TimeFigures.cells(resolution)
      + [
        kept.hasClosedEvent ? .integer(counts.reopenings) : .blank,
        .integer(counts.conversations), .integer(counts.newContacts), .integer(counts.inbound),
        .integer(counts.outboundHuman), .integer(counts.outboundAutomated),
        .integer(counts.notes), Cell(openers.automatedFirstShare),
        Cell(openers.handledByAutomationShare),
        kept.hasWindowChannel ? .integer(counts.outsideWindow) : .blank,
        kept.hasWindowChannel ? .integer(counts.allowedOutsideWindow) : .blank,
      ]
  }
}

extension EmployeeFigures {
  /// The columns from responses on.
  ///
  /// - Parameter kept: tells what the data can say: channels with a window.
  /// - Returns: a cell for each column.
  func cells(_ kept: KeptRows) -> [Cell] {
    [.integer(responses), Cell(share)] + firstResponse.cells
      + TimeFigures.cells(firstResponseOffice) + reply.cells
      + [
        .integer(counts.messages), .integer(counts.conversations),
        .integer(counts.activeDays.count), Cell(assigned), Cell(assignedResponseRate),
        .integer(counts.ratings), Cell(ratingMean), Cell(goodRatingShare),
        .integer(counts.handovers),
        kept.hasWindowChannel ? .integer(counts.outsideWindow) : .blank,
      ]
  }
}
