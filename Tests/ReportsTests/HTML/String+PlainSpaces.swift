extension String {
  /// With plain spaces for no-break ones and none of the line breaks and indents of the markup
  /// doubled: two spaces stand between the texts of two elements.
  var plainSpaces: String {
    var plain = ""
    var gap = 0
    for scalar in unicodeScalars {
      switch scalar {
      case " ", "\n": gap += 1
      case "\u{A0}", "\u{202F}":
        plain += gap > 1 ? "  " : gap == 1 ? " " : ""
        gap = 0
        plain += " "
      default:
        plain += gap > 1 ? "  " : gap == 1 ? " " : ""
        gap = 0
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain + "  "
  }
}
