/// Dates are read and written as `YYYY-MM-DD`, and in no other form.
extension LocalDate: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD` with a year from 0001 to 9999; nil for anything else.
  package init?(_ text: String) {
    var text = text
    let date = text.withUTF8 { LocalDate(bytes: UnsafeRawBufferPointer($0)) }
    guard let date else { return nil }
    self = date
  }

  /// Reads the bytes of `YYYY-MM-DD` with a year from 0001 to 9999; nil for anything else.
  package init?(bytes: UnsafeRawBufferPointer) {
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = DecimalDigits.number(bytes[0..<4]),
      let month = DecimalDigits.number(bytes[5..<7]),
      let day = DecimalDigits.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `YYYY-MM-DD`; a year before 0 has a sign, one after 9999 more digits.
  package func write(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    if 0...9999 ~= year {
      DecimalDigits.appendPair(year.magnitude / 100, to: &bytes)
      DecimalDigits.appendPair(year.magnitude, to: &bytes)
    } else {
      if year < 0 { bytes.append(UInt8(ascii: "-")) }
      DecimalDigits.append(year.magnitude, width: 4, to: &bytes)
    }
    bytes.append(UInt8(ascii: "-"))
    DecimalDigits.appendPair(month.magnitude, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    DecimalDigits.appendPair(day.magnitude, to: &bytes)
  }
}
