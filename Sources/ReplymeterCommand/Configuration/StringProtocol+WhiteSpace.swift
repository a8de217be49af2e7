extension StringProtocol {
  /// The text without white space (Unicode's) at both ends, as the cells of the data are read.
  var withoutOuterWhiteSpace: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
