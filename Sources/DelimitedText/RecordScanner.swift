import CByteScan

/// Finds records and fields as `PlainScanner` does, many times faster where quoting is regular.
///
/// Where the dialect allows, 64 bytes at a time are looked at. A record with a quote where none
/// may stand goes to the plain scanner, from its start to its end, and with it every other
/// dialect. So the outcome is the same by construction.
package struct RecordScanner: Sendable {
  package let dialect: Dialect
  private let plain: PlainScanner
  private let kernel: ScanKernel
  private let isFast: Bool

  /// A scanner that uses the fastest kernel of this machine, unless told another.
  ///
  /// A kernel that the machine does not have must not be chosen.
  package init(dialect: Dialect = Dialect(), kernel: ScanKernel = .best) {
    self.dialect = dialect
    self.kernel = kernel
    plain = PlainScanner(dialect: dialect)
    isFast = Self.canScanFast(dialect)
  }

  /// Replaces the entries of `index` by those of all complete records in `bytes`.
  ///
  /// The same as `PlainScanner.scan`.
  package func scan(
    _ bytes: UnsafeRawBufferPointer, isFinal: Bool, into index: inout FieldIndex
  ) -> ScanResult {
    let (bytes, isFinal) = bytes.limitedToBatch(isFinal: isFinal)
    guard isFast, let base = bytes.baseAddress else {
      return plain.scan(bytes, isFinal: isFinal, into: &index)
    }
    let text = base.assumingMemoryBound(to: UInt8.self)
    var result = ScanResult()
    index.removeAll()
    while true {
      let stretch = scanRegular(text, count: bytes.count, into: &index, result: &result)
      if stretch.outcome == BYTE_SCAN_IRREGULAR {
        if plain.scanRecord(in: bytes, isFinal: isFinal, into: &index, result: &result) {
          continue
        }
      } else if isFinal && result.coveredBytes < bytes.count {
        finish(stretch, at: bytes.count, into: &index, result: &result)
      }
      return result
    }
  }

  /// Replaces the entries of `index` by those of the records that begin before an offset.
  ///
  /// - Parameters:
  ///   - bytes: from the start of a record on.
  ///   - limit: an offset up to the number of bytes; a record may reach beyond it.
  ///   - isFinal: whether the input ends with `bytes`.
  ///   - index: gets the entries.
  /// - Returns: what `scan` returns; fewer bytes than `limit` are covered where the last record
  ///   has no end in `bytes`.
  package func scan(
    _ bytes: UnsafeRawBufferPointer, recordsBefore limit: Int, isFinal: Bool,
    into index: inout FieldIndex
  ) -> ScanResult {
    var result = scan(
      UnsafeRawBufferPointer(rebasing: bytes[..<limit]),
      isFinal: isFinal && limit == bytes.count, into: &index)
    if result.coveredBytes < limit {
      _ = plain.scanRecord(in: bytes, isFinal: isFinal, into: &index, result: &result)
    }
    return result
  }

  /// The line end that stands outside of quotes exactly where an even number of quotes is before
  /// it, as long as quoting is regular; nil for dialects of which that does not hold.
  package var parityLineEnd: UInt8? {
    guard isFast else { return nil }
    return dialect.lineEnd == .cr ? Byte.carriageReturn : Byte.lineFeed
  }

  /// Which dialects the kernel knows: doubled quotes or none, no padding, and one kind of line
  /// end.
  static func canScanFast(_ dialect: Dialect) -> Bool {
    if dialect.isPadded { return false }
    return switch (dialect.escape, dialect.lineEnd) {
    case (.doubled, .lf), (.doubled, .cr): dialect.isUnambiguous
    case (.doubled, .any), (.backslash, _): false
    }
  }

  /// How a regular stretch came to its end.
  private struct Stretch {
    var outcome: byte_scan_outcome
    /// How many entries there are with those of the last record, if that has no end.
    var filledEntries: Int
    var endsInsideQuotes: Bool
  }

  /// Scans on from the bytes covered so far, until the end or an irregular quote.
  ///
  /// Afterwards `index` and `result` hold whole records only.
  private func scanRegular(
    _ text: UnsafePointer<UInt8>, count: Int, into index: inout FieldIndex,
    result: inout ScanResult
  ) -> Stretch {
    let entriesBefore = index.count
    var special = byte_scan_dialect(dialect)
    var state = byte_scan_state()
    state.offset = result.coveredBytes
    state.entry_count = entriesBefore
    var outcome = BYTE_SCAN_FULL
    while outcome == BYTE_SCAN_FULL {
      index.withStorage { storage in
        guard let entries = storage.baseAddress else { return state.entry_count }
        outcome = byte_scan_fields(
          kernel.kernel, &special, text, count, &state, entries, storage.count)
        return state.entry_count
      }
      if outcome == BYTE_SCAN_FULL { index.grow(byAtLeast: Int(BYTE_SCAN_SLACK)) }
    }
    if entriesBefore == 0, state.may_exceed_ascii == 0 { index.asciiPrefix = state.offset }
    let filledEntries = index.count
    if let end = index.truncateToLastRecord(downTo: entriesBefore) { result.coveredBytes = end }
    return Stretch(
      outcome: outcome, filledEntries: filledEntries, endsInsideQuotes: state.inside_quotes != 0)
  }

  /// Ends the last record of a regular stretch where the input ends.
  private func finish(
    _ stretch: Stretch, at end: Int, into index: inout FieldIndex, result: inout ScanResult
  ) {
    index.restore(to: stretch.filledEntries)
    index.append(end, endsRecord: true)
    result.coveredBytes = end
    if stretch.endsInsideQuotes { result.irregularQuoting.unclosedQuotes += 1 }
  }
}

extension byte_scan_dialect {
  /// The bytes of a dialect that can be scanned fast.
  init(_ dialect: Dialect) {
    self.init(
      separator: dialect.separator,
      line_end: dialect.lineEnd == .cr ? Byte.carriageReturn : Byte.lineFeed,
      quote: dialect.quote ?? 0, has_quote: dialect.quote != nil,
      allows_carriage_return: dialect.lineEnd != .cr)
  }
}
