import MessageHistory
package import ResponseMetrics

/// Takes what one worker lists of the conversations that it walks over, by the ranges of the inputs
/// that the rows' texts lie in.
///
/// What goes beyond the worker's share of memory is written into a temporary file of its own.
package struct ListingCollector: ~Copyable, @unchecked Sendable {
  // Nobody keeps the pointer beyond a call, so that the memory goes to the thread its owner goes to.
  /// By range.
  private let held: UnsafeMutablePointer<PlacedRows>
  private let pool: PiecePool
  private let ranges: PlaceRanges
  private let redaction: Redaction
  /// Bytes of rows that may be held.
  private let limit: Int
  private var heldBytes = 0
  /// By range.
  private var spooled: [[SpooledRows]]
  private var spool: Spool?
  private var totals = ListingTotals()
  private var failure: MessageHistoryError?

  /// - Parameters:
  ///   - ranges: of the inputs.
  ///   - pool: memory for rows, of all workers.
  ///   - redaction: decides which row tells what is shown of a contact.
  ///   - limit: how many bytes of rows may be held in memory.
  init(ranges: PlaceRanges, pool: PiecePool, redaction: Redaction, limit: Int) {
    self.ranges = ranges
    self.pool = pool
    self.redaction = redaction
    self.limit = limit
    held = .allocate(capacity: ranges.count)
    for range in 0..<ranges.count { (held + range).initialize(to: PlacedRows(in: pool)) }
    spooled = Array(repeating: [], count: ranges.count)
  }

  deinit {
    held.deinitialize(count: ranges.count)
    held.deallocate()
  }

  /// Takes all that is listed so far; the listing is empty afterwards.
  ///
  /// A temporary file that cannot be written is an error of `collected`.
  package mutating func take(_ listing: inout ConversationListing) {
    listing.employees.withUnsafeBufferPointer { employees in
      for index in listing.conversations.indices {
        let row = PlacedConversation(listing.conversations[index], under: redaction)
        held[ranges.range(of: row.place)].append(
          row,
          employees: UnsafeBufferPointer(
            rebasing: employees[listing.conversations[index].employees]))
      }
    }
    for index in listing.openers.indices {
      let row = PlacedOpener(listing.openers[index])
      held[ranges.range(of: row.place)].append(row)
    }
    heldBytes +=
      listing.conversations.count * MemoryLayout<PlacedConversation>.stride
      + listing.openers.count * MemoryLayout<PlacedOpener>.stride
      + listing.employees.count * MemoryLayout<UInt32>.stride
    totals += ListingTotals(listing)
    listing.removeAll()
    if heldBytes > limit, failure == nil {
      do throws(MessageHistoryError) { try spill() } catch { failure = error }
    }
  }

  private mutating func spill() throws(MessageHistoryError) {
    let spool = try spool.opened { () throws(MessageHistoryError) in try Spool(for: .records) }
    for range in 0..<ranges.count where !held[range].isEmpty {
      held[range].close()
      spooled[range].append(try SpooledRows(held[range], in: spool))
      held[range] = PlacedRows(in: pool)
    }
    heldBytes = 0
  }

  /// All that was taken.
  package consuming func finished() -> CollectedRows {
    var rows: [HeldRows] = []
    for range in 0..<ranges.count {
      rows.append(HeldRows(exchange(&held[range], with: PlacedRows(in: pool))))
    }
    return CollectedRows(held: rows, spooled: spooled, totals: totals, failure: failure)
  }
}

/// What one worker listed.
package struct CollectedRows: Sendable {
  /// By range.
  let held: [HeldRows]
  /// By range.
  let spooled: [[SpooledRows]]
  let totals: ListingTotals
  /// Why a temporary file could not be written.
  let failure: MessageHistoryError?
}

extension PlacedConversation {
  /// A row whose employees are still to be placed.
  @inline(__always)
  fileprivate init(_ listed: ListedConversation, under redaction: Redaction) {
    let contact = listed.contact.shown(under: redaction)
    self.init(
      place: contact?.place ?? listed.place, firstAt: listed.firstAt.milliseconds,
      lastAt: listed.lastAt.milliseconds, firstResponse: listed.firstResponse?.count ?? -1,
      slice: listed.slice, inbound: listed.inbound, outboundHuman: listed.outboundHuman,
      outboundAutomated: listed.outboundAutomated, openers: listed.openers,
      answered: listed.answered, employeeCount: 0,
      rating: listed.rating.millionths, status: listed.status.rawValue,
      contact: (contact?.cell ?? .none).rawValue)
  }
}

extension PlacedOpener {
  @inline(__always)
  fileprivate init(_ listed: ListedOpener) {
    self.init(
      place: listed.place, instant: listed.instant.milliseconds,
      firstResponse: listed.response.map {
        $0.instant.milliseconds - listed.instant.milliseconds
      } ?? -1,
      firstResponseOffice: listed.officeResponse?.count ?? -1, slice: listed.slice,
      employee: listed.response?.employee ?? 0, outcome: listed.outcome.rawValue)
  }
}
