extension Record {
  /// Whether no cell holds anything but white space.
  ///
  /// Such a record is no row.
  package var isBlank: Bool {
    // Nearly every record shows at once that it is not blank; the rest is looked at by cells.
    for byte in bytes where !canStandInBlankRecord(byte) { return false }
    var scratch = ByteScratch()
    for field in 0..<fieldCount
    where !cell(field, scratch: &scratch).trimmingWhiteSpace().isEmpty {
      return false
    }
    return true
  }

  private func canStandInBlankRecord(_ byte: UInt8) -> Bool {
    byte <= Byte.space || byte >= 0x80 || byte == dialect.separator || byte == dialect.quote
  }
}
