package import MessageHistory
package import ResponseMetrics

/// Takes what one worker lists of the conversations that it walks over, by the ranges of the inputs
/// that the rows' texts lie in.
///
/// What goes beyond the worker's share of memory is written into a temporary file of its own.
package struct ListingCollector: Sendable {
  private let ranges: PlaceRanges
  private let redaction: Redaction
  /// Bytes of rows that may be held.
  private let limit: Int
  private var heldBytes = 0
  private var held: [PlacedRows]
  /// By range.
  private var spooled: [[SpooledRows]]
  private var spool: Spool?
  private var totals = ListingTotals()
  private var failure: MessageHistoryError?

  /// - Parameters:
  ///   - ranges: of the inputs.
  ///   - redaction: decides which row tells what is shown of a contact.
  ///   - limit: how many bytes of rows may be held in memory.
  package init(ranges: PlaceRanges, redaction: Redaction, limit: Int) {
    self.ranges = ranges
    self.redaction = redaction
    self.limit = limit
    held = Array(repeating: PlacedRows(), count: ranges.count)
    spooled = Array(repeating: [], count: ranges.count)
  }

  /// Takes all that is listed so far; the listing is empty afterwards.
  ///
  /// A temporary file that cannot be written is an error of `collected`.
  package mutating func take(_ listing: inout ConversationListing) {
    let (ranges, redaction) = (ranges, redaction)
    // Asked for once: millions of rows are taken, and none of them is to be counted as shared.
    held.withUnsafeMutableBufferPointer { held in
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
    for range in held.indices where !held[range].isEmpty {
      spooled[range].append(try SpooledRows(held[range], in: spool))
      held[range] = PlacedRows()
    }
    heldBytes = 0
  }

  /// All workers' rows together.
  ///
  /// - Throws: `MessageHistoryError` where a temporary file could not be written.
  package static func collected(
    _ collectors: consuming [ListingCollector]
  ) throws(MessageHistoryError) -> CollectedListing {
    if let failure = collectors.lazy.compactMap(\.failure).first { throw failure }
    let ranges = collectors.first?.held.count ?? 0
    return CollectedListing(
      held: (0..<ranges).map { range in collectors.map { $0.held[range] } },
      spooled: (0..<ranges).map { range in collectors.flatMap { $0.spooled[range] } },
      totals: collectors.reduce(into: ListingTotals()) { $0 += $1.totals })
  }
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
      answered: listed.answered, firstEmployee: 0, employeeCount: 0,
      rating: listed.rating.millionths, status: listed.status.rawValue,
      contact: (contact?.cell ?? .none).rawValue)
  }
}

extension PlacedOpener {
  @inline(__always)
  fileprivate init(_ listed: ListedOpener) {
    self.init(
      place: listed.place, instant: listed.instant.milliseconds,
      firstResponse: listed.response.map { ($0.instant - listed.instant).count } ?? -1,
      firstResponseOffice: listed.officeResponse?.count ?? -1, slice: listed.slice,
      employee: listed.response?.employee ?? 0, outcome: listed.outcome.rawValue)
  }
}
