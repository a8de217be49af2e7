import DelimitedText

/// A header cell as columns are told by it: lower case, all but letters and digits as one `_`.
package enum HeaderName {
  /// `"Sent at "` becomes `sent_at`; letters outside ASCII stay as they are.
  package static func folded(_ header: String) -> String {
    var folded = ""
    var isPending = false
    for scalar in header.unicodeScalars {
      let isWord =
        scalar.value >= 0x80
        ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        : scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if isWord {
        if isPending, !folded.isEmpty { folded += "_" }
        isPending = false
        folded += scalar.properties.lowercaseMapping
      } else {
        isPending = true
      }
    }
    return folded
  }
}
