/// What a key takes as its value.
package enum ExpectedValue: Equatable, Sendable {
  case anything
  case oneOf([String])
  case trueOrFalse
  case duration
  case durationAboveZero
  case durationOrNone
  case share
  case wholeNumber(ClosedRange<Int>)
  case date
  case days
  case shifts
  /// A shift that ends when it begins.
  case shiftWithLength
  case encoding
  case separator
  case quote
  case mailAddress
  case lineOfText
}
