import CLibXML2

/// Which libxml2 the program runs with; it need not be the one that it was built with.
package enum ParserVersion {
  /// Such as `2.9.14`.
  package static var text: String {
    text(ofDigits: String(cString: libxml_version()))
  }

  /// The version in libxml2's digits, two to a part, as in `20914` or `20914-GITv2.9.14`; what is
  /// no such number stays as it is.
  static func text(ofDigits digits: String) -> String {
    guard let number = Int(digits.prefix { ("0"..."9").contains($0) }), number >= 10_000 else {
      return digits
    }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}
