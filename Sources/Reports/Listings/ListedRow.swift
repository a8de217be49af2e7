import MessageHistory

/// A row of a listing before its texts are there: numbers alone, so that it can lie in a run.
protocol ListedRow: BitwiseCopyable, Sendable {
  /// The row of the input that has the texts; decides among rows of equal conversations and instants.
  var place: Place { get }
  var slice: UInt32 { get }
  /// What decides among the rows of a conversation, in milliseconds.
  var order: Int64 { get }
  /// How many employees lie beside the row.
  var employeeCount: UInt32 { get }

  /// Writes the row's cells, from page and channel on.
  static func write(
    _ entry: RunEntry<Self>, with text: ListingText, to sink: inout (some RowSink & ~Copyable))
}

extension PlacedConversation: ListedRow {
  var order: Int64 { 0 }

  static func write(
    _ entry: RunEntry<Self>, with text: ListingText, to sink: inout (some RowSink & ~Copyable)
  ) {
    text.write(entry, to: &sink)
  }
}

extension PlacedOpener: ListedRow {
  var order: Int64 { instant }
  var employeeCount: UInt32 { 0 }

  static func write(
    _ entry: RunEntry<Self>, with text: ListingText, to sink: inout (some RowSink & ~Copyable)
  ) {
    text.write(entry, to: &sink)
  }
}

extension Place {
  /// The same as `sortKey`, which belongs to another module and so would be called, not inlined, a few
  /// times for each of millions of rows.
  @inline(__always)
  var number: UInt64 {
    // A place is this number and nothing else; were it more, this would stop at once.
    unsafeBitCast(self, to: UInt64.self)
  }
}
