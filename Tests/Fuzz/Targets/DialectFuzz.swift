import DelimitedText

/// Any bytes have a dialect or are told to be no text, and are read to their end with it.
enum DialectFuzz {
  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    let detected = bytes.withUnsafeBytes { sample in
      let middle = UnsafeRawBufferPointer(rebasing: sample[(sample.count / 2)...])
      return [
        DialectDetection(sample: sample, isWholeInput: true),
        DialectDetection(sample: sample, isWholeInput: false),
        DialectDetection(samples: [sample, middle], isWholeInput: false),
      ]
    }
    for detection in detected {
      try require(detection.dialect.isUnambiguous, "dialect \(detection.dialect)")
    }
    let whole = detected.first
    do {
      var reader = try RecordReader(bytes: bytes, chunkSize: 1)
      try require(
        reader.dialect == whole?.dialect, "the reader's dialect is \(reader.dialect)")
      var records = 0
      while let count = try reader.nextBatch({ batch, _ in batch.map(\.fieldCount).count }) {
        records += count
      }
      try require(records > 0 || bytes.count <= 3, "no records of \(bytes.count) bytes")
    } catch let error as FuzzFinding {
      throw error
    } catch let error as DelimitedTextError {
      try require(!error.description.isEmpty, "no words for \(error)")
    } catch {
      throw FuzzFinding("\(error)")
    }
  }
}
