import DelimitedText

/// What the columns and words of an input mean: by the vendor's format, the configuration, and the
/// general names.
struct InputColumns {
  let vendor: VendorFormat?
  let mapping: ColumnMapping
  let reading: RowReading

  /// - Parameters:
  ///   - name: the input's.
  ///   - first: its first record.
  ///   - settings: what the configuration says of it, also whether that record is a header.
  /// - Throws: `MessageHistoryError` for a needed column that is not there, a word that is mapped
  ///   to an impossible one, or a format that does not fit.
  init(
    of name: String, first: FirstRecord, settings: InputSettings
  ) throws(MessageHistoryError) {
    let (header, headerBytes) = settings.hasHeader ? (first.cells, first.cellBytes) : ([], [])
    vendor = settings.hasHeader ? try Self.vendor(of: name, header, settings) : nil
    guard vendor?.unfolding == nil else {
      mapping = ColumnMapping([:])
      reading = RowReading(
        mapping: mapping, vocabulary: try Self.vocabulary(settings.values, of: name),
        timestamps: settings.timestamps(isVendorsUTC: false), header: headerBytes,
        width: first.cells.count)
      return
    }
    let layout = vendor?.flat
    mapping =
      settings.hasHeader
      ? try Self.mapping(of: name, header, settings, layout)
      : try Self.mapping(of: name, width: first.cells.count, settings)
    var vocabulary = try Self.vocabulary(
      Self.merged(layout?.values ?? [:], settings.values), of: name)
    let sender = mapping[.senderName] ?? mapping[.senderID]
    let isDirectionBySender = sender != nil && mapping[.direction] == sender
    if layout?.isDirectionBySender ?? (isDirectionBySender && !settings.own.isEmpty) {
      guard !settings.own.isEmpty else {
        throw .vendor(path: name, flaw: .ownMissing(format: vendor?.name ?? ""))
      }
      vocabulary.readDirections(ownSenders: settings.own)
    }
    reading = RowReading(
      mapping: mapping, vocabulary: vocabulary,
      timestamps: settings.timestamps(isVendorsUTC: layout?.isUTC ?? false),
      header: headerBytes, width: first.cells.count,
      marks: RowMarks(layout?.marks ?? [], header: header))
  }

  /// For rows that came out of `format`, in the canonical columns.
  init(
    of name: String, header: [String], settings: InputSettings,
    unfoldedFrom format: VendorFormat
  ) throws(MessageHistoryError) {
    vendor = format
    mapping = try Self.mapping(of: name, header, InputSettings(clock: settings.clock), nil)
    let words = [Column.status: format.unfolding?.statuses ?? [:]]
    reading = RowReading(
      mapping: mapping,
      vocabulary: try Self.vocabulary(Self.merged(words, settings.values), of: name),
      timestamps: settings.timestamps(isVendorsUTC: format.unfolding?.isUTC ?? false),
      header: header.map { Array($0.utf8) }, width: header.count)
  }

  /// Where the configuration names columns and no format, the file is read the general way.
  private static func vendor(
    of name: String, _ header: [String], _ settings: InputSettings
  ) throws(MessageHistoryError) -> VendorFormat? {
    if settings.formats.isEmpty, !settings.columns.isEmpty { return nil }
    do throws(VendorFlaw) {
      return try VendorFormat.recognised(by: header, chosen: settings.formats)
    } catch {
      throw .vendor(path: name, flaw: error)
    }
  }

  private static func mapping(
    of name: String, _ header: [String], _ settings: InputSettings, _ layout: FlatLayout?
  ) throws(MessageHistoryError) -> ColumnMapping {
    let folded = Set(header.map(HeaderName.folded))
    let vendors = (layout?.columns ?? [:]).filter { folded.contains(HeaderName.folded($0.value)) }
    do throws(ColumnMappingFlaw) {
      return try ColumnMapping(
        header: header, configured: vendors.merging(settings.columns) { $1 },
        general: layout?.general, isDirectionBySender: !settings.own.isEmpty)
    } catch {
      throw .columns(path: name, flaw: error)
    }
  }

  /// The positions of a table without a header.
  private static func mapping(
    of name: String, width: Int, _ settings: InputSettings
  ) throws(MessageHistoryError) -> ColumnMapping {
    do throws(ColumnMappingFlaw) {
      return try ColumnMapping(
        positions: settings.positions, width: width, isDirectionBySender: !settings.own.isEmpty)
    } catch {
      throw .columns(path: name, flaw: error)
    }
  }

  private static func vocabulary(
    _ values: [Column: [String: String]], of name: String
  ) throws(MessageHistoryError) -> RowVocabulary {
    do throws(ValueMappingFlaw) {
      return try RowVocabulary(values)
    } catch {
      throw .values(path: name, flaw: error)
    }
  }

  /// The format's words, and those of the configuration in their place.
  private static func merged(
    _ format: [Column: [String: String]], _ configured: [Column: [String: String]]
  ) -> [Column: [String: String]] {
    format.merging(configured) { words, others in
      // Words are the same in any case of letters.
      let replaced = Set(others.keys.map { $0.lowercased() })
      return words.filter { !replaced.contains($0.key.lowercased()) }.merging(others) { $1 }
    }
  }
}

extension InputSettings {
  /// How instants are read.
  ///
  /// The zone of naive times is the configuration's where it says one for the input, else the
  /// format's, else the report's.
  fileprivate func timestamps(isVendorsUTC: Bool) -> TimestampReading {
    TimestampReading(
      clock: isVendorsUTC && !self.isClockConfigured ? .utc : self.clock, zones: self.zones,
      order: self.dateOrder)
  }
}

/// The export that rows came out of.
package final class UnfoldedOrigin: Sendable {
  /// The export itself.
  package let file: InputFile
  package let fingerprint: BlockFingerprint
  /// Of the export, where it is a table.
  let irregularQuoting: IrregularQuoting
  /// Whether rows are tickets, of which no reply but the first is known.
  package let hasFirstResponsesAlone: Bool

  init(
    file: InputFile, fingerprint: BlockFingerprint,
    irregularQuoting: IrregularQuoting = IrregularQuoting(), hasFirstResponsesAlone: Bool
  ) {
    self.file = file
    self.fingerprint = fingerprint
    self.irregularQuoting = irregularQuoting
    self.hasFirstResponsesAlone = hasFirstResponsesAlone
  }
}
