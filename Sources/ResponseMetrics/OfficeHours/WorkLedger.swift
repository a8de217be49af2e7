/// The working time before any instant: by a table where the data is, laid out anew elsewhere.
///
/// Work is counted from the first block of the data and is negative before it. The table holds at
/// most 139 years. For all blocks of the data the sum is kept, so that one wrong clock thousands of
/// years away costs each question some fifty days of laying out. Outside the data all the blocks on
/// the way are laid out. Times are milliseconds since the Unix epoch.
///
/// A class, although a value would do, because it is copied with every question asked of a page:
/// one reference instead of those of all its arrays. Nothing in it changes.
final class WorkLedger: Sendable {
  private let calendar: OfficeCalendar
  private let table: WorkTable
  /// What the table's own sums lack.
  private let workBeforeTable: Int64
  private let firstBlock: TimeBlock
  /// The work before each block of the data, and behind the last one.
  private let workBeforeBlocks: [Int64]

  /// The years 0 to 10000; other instants count as their ends, since no clock reaches farther.
  private static let readable: ClosedRange<Int64> = -62_167_219_200_000...253_433_923_200_000

  init(_ calendar: OfficeCalendar, covering range: Range<Int64>) {
    let firstBlock = TimeBlock(holding: WorkLedger.clamped(range.lowerBound))
    let lastBlock = TimeBlock(holding: WorkLedger.clamped(range.upperBound))
    let blocks = firstBlock..<lastBlock.advanced(by: 1)
    let tableBlocks = WorkLedger.tableBlocks(of: blocks, schedule: calendar.schedule)
    let table = WorkTable(calendar, blocks: tableBlocks)
    var workBeforeBlocks: [Int64] = [0]
    workBeforeBlocks.reserveCapacity(blocks.count + 1)
    var work: Int64 = 0
    for block in blocks {
      if let start = table.work(before: block.range.lowerBound),
        let end = table.work(before: block.range.upperBound)
      {
        work += end - start
      } else {
        work += calendar.work(in: block.range)
      }
      workBeforeBlocks.append(work)
    }
    self.calendar = calendar
    self.table = table
    workBeforeTable = workBeforeBlocks[firstBlock.distance(to: tableBlocks.lowerBound)]
    self.firstBlock = firstBlock
    self.workBeforeBlocks = workBeforeBlocks
  }

  /// The blocks that are worth a table: all of them, or as many as memory allows from 1970 on.
  ///
  /// That is 1,024 blocks, to the year 2109, and fewer where a schedule has hundreds of shifts a
  /// week, so that a table stays under some 25 MB.
  private static func tableBlocks(
    of blocks: Range<TimeBlock>, schedule: WeeklySchedule
  ) -> Range<TimeBlock> {
    // A block is a little more than seven weeks.
    let intervalsPerBlock = max(8 * schedule.shifts.count, 1)
    let limit = min(1_024, max(1_048_576 / intervalsPerBlock, 1))
    guard blocks.count > limit else { return blocks }
    let epoch = TimeBlock(number: 0)
    let start = max(blocks.lowerBound, min(epoch, blocks.upperBound.advanced(by: -limit)))
    return start..<min(start.advanced(by: limit), blocks.upperBound)
  }

  private static func clamped(_ instant: Int64) -> Int64 {
    min(max(instant, readable.lowerBound), readable.upperBound)
  }

  /// The working time between two instants, of which the first is the earlier one.
  func work(from start: Int64, to end: Int64) -> Int64 {
    work(before: end) - work(before: start)
  }

  func isWorked(_ instant: Int64) -> Bool {
    table.contains(instant) ?? isWorkedOutsideTable(instant)
  }

  @inline(__always)
  private func work(before instant: Int64) -> Int64 {
    guard let work = table.work(before: instant) else { return workOutsideTable(before: instant) }
    return workBeforeTable + work
  }

  @inline(never)
  private func isWorkedOutsideTable(_ instant: Int64) -> Bool {
    let instant = WorkLedger.clamped(instant)
    return !calendar.intervals(in: instant..<instant + 1).isEmpty
  }

  /// The sum kept for the block, and the work from there; on the way to other blocks one by one.
  @inline(never)
  private func workOutsideTable(before instant: Int64) -> Int64 {
    let instant = WorkLedger.clamped(instant)
    let index = firstBlock.distance(to: TimeBlock(holding: instant))
    let nearest = min(max(index, 0), workBeforeBlocks.count - 1)
    let known = firstBlock.advanced(by: nearest)
    let sum = workBeforeBlocks[nearest]
    return known.start <= instant
      ? sum + blockwiseWork(in: known.start..<instant)
      : sum - blockwiseWork(in: instant..<known.start)
  }

  /// The work of a stretch of any length, in memory for one block.
  private func blockwiseWork(in range: Range<Int64>) -> Int64 {
    var work: Int64 = 0
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(TimeBlock(holding: start).range.upperBound, range.upperBound)
      work += calendar.work(in: start..<end)
      start = end
    }
    return work
  }
}
