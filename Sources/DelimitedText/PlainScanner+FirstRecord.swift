extension PlainScanner {
  /// Replaces the entries of `index` by those of the first record of `bytes`; false where that
  /// record has no end in them and `isFinal` is false.
  package func scanFirstRecord(
    _ bytes: UnsafeRawBufferPointer, isFinal: Bool, into index: inout FieldIndex
  ) -> Bool {
    index.removeAll()
    guard !bytes.isEmpty else { return false }
    let (bytes, isFinal) = bytes.limitedToBatch(isFinal: isFinal)
    var result = ScanResult()
    return scanRecord(in: bytes, isFinal: isFinal, into: &index, result: &result)
  }
}
