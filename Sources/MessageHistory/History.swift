package import DelimitedText

/// A history that is read, settled and ready to be walked over.
package struct History: Sendable {
  package let inputs: [PreparedInput]
  package let tables: HistoryTables
  package let partitions: [Partition]
  /// All traits, by index.
  package let traits: [MessageTraits]
  package let slices: [SliceTable.Slice]
  /// Page ids by index.
  package let pages: [[UInt8]]
  /// Channels by index.
  package let channels: [[UInt8]]
  /// Employees' keys by index; index 0 is the blank key.
  package let employees: [[UInt8]]
  /// Sender names by index; index 0 is none.
  package let names: [[UInt8]]
  /// Counts by input.
  package let counts: CountsByInput
  package let duplicates: DuplicateCounts
  /// In the order of inputs and rows.
  package let rejected: [RejectedRow]
  /// A fingerprint by input.
  package let fingerprints: [BlockFingerprint]
  package let irregularQuoting: IrregularQuoting

  /// All inputs together.
  package var totals: InputCounts { counts.reduce(into: InputCounts()) { $0 += $1 } }

  /// The oldest and the newest instant of the rows kept, up to `limit`; nil where there is none.
  package func span(upTo limit: Instant?) -> ClosedRange<Instant>? {
    var least = Int64.max
    var greatest = Int64.min
    for partition in partitions {
      partition.withRecords { records in
        for record in records {
          let instant = record.instant.milliseconds
          if let limit, instant > limit.milliseconds { continue }
          least = min(least, instant)
          greatest = max(greatest, instant)
        }
      }
    }
    guard least <= greatest else { return nil }
    return Instant(milliseconds: least)...Instant(milliseconds: greatest)
  }

  /// By slice index: whether there is a row of it, up to `limit`.
  package func seenSlices(upTo limit: Instant) -> [Bool] {
    var seen = Array(repeating: false, count: slices.count)
    for partition in partitions {
      partition.withRecords { records in
        for record in records where record.instant <= limit {
          seen[Int(traits[Int(record.traits)].slice)] = true
        }
      }
    }
    return seen
  }

  /// Walks over all conversations with several workers, each with a value of its own.
  ///
  /// - Parameters:
  ///   - workers: at least 1.
  ///   - initial: the value that each worker begins with.
  ///   - isLast: gives each partition's memory back once it is walked over; nothing can be asked
  ///     of the history's records after that.
  ///   - body: gets the worker's value and a conversation, in an order that means nothing.
  /// - Returns: the workers' values.
  package func walk<Value: Sendable>(
    workers: Int, from initial: Value, isLast: Bool = false,
    _ body: @Sendable (inout Value, Conversation) -> Void
  ) -> [Value] {
    let counter = WorkCounter(count: partitions.count)
    return withWorkers(workers) { _ in
      var value = initial
      traits.withUnsafeBufferPointer { traits in
        while let number = counter.take() {
          partitions[number].forEachConversation(traits: traits) { body(&value, $0) }
          if isLast { partitions[number].release() }
        }
      }
      return value
    }
  }

  /// Calls `body` with the conversation of an id on a slice, if there is one.
  ///
  /// - Parameters:
  ///   - id: trimmed, as the rows have it.
  ///   - slice: the slice's index.
  ///   - body: gets the conversation, valid during the call.
  package func withConversation(
    id: [UInt8], slice: Int, _ body: (Conversation) throws -> Void
  ) rethrows {
    let hash = id.withUnsafeBytes {
      tables.hash.hash128($0, domain: HashDomain.conversation(UInt32(slice)))
    }
    for partition in partitions {
      try traits.withUnsafeBufferPointer { traits in
        try partition.forEachConversation(traits: traits) { conversation in
          if conversation.isKeyed(by: hash) { try body(conversation) }
        }
      }
    }
  }

  /// A row of each conversation with its slice, sorted by place.
  package var conversationPlaces: [(place: Place, slice: Int)] {
    var places: [(place: Place, slice: Int)] = []
    for partition in partitions {
      traits.withUnsafeBufferPointer { traits in
        partition.forEachConversation(traits: traits) {
          places.append(($0[0].place, Int($0.slice)))
        }
      }
    }
    return places.sorted { $0.place < $1.place }
  }
}
