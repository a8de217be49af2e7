/// What an encoding was told by.
package enum EncodingEvidence: Hashable, Sendable {
  /// The configuration names it.
  case configured
  /// The text begins with the encoding's mark.
  case byteOrderMark
  /// No byte of the sample is above 0x7F.
  case onlyASCII
  /// Characters beyond ASCII, all of them valid UTF-8.
  case validUTF8
  /// Of the sample's lines with a byte above 0x7F, more are UTF-8 than are not.
  case mostlyUTF8(validLines: Int, otherLines: Int)
  /// Zero bytes stand where the upper bytes of ASCII characters would.
  case zeroBytes
  /// Of the sample's different words with a byte above 0x7F, so many can be words in the encoding.
  ///
  /// `isCertain` is false where letters occur that other encodings would read as other letters.
  case words(plausible: Int, of: Int, isCertain: Bool)
  /// Neither UTF-8 nor a single-byte encoding in which the words could be words.
  case none(otherLines: Int)

  /// Whether a person should look at names before trusting them.
  package var isDoubtful: Bool {
    switch self {
    case .configured, .byteOrderMark, .onlyASCII, .validUTF8, .mostlyUTF8, .zeroBytes: false
    case .words(_, _, let isCertain): !isCertain
    case .none: true
    }
  }
}

extension EncodingEvidence: CustomStringConvertible {
  package var description: String {
    switch self {
    case .configured: "named in the configuration"
    case .byteOrderMark: "the byte order mark"
    case .onlyASCII: "only ASCII in the sample"
    case .validUTF8: "characters beyond ASCII, all of them UTF-8"
    case .mostlyUTF8(let valid, let others):
      "\(valid) of \(valid + others) lines beyond ASCII are UTF-8"
    case .zeroBytes: "zero bytes at every other place"
    case .words(let plausible, let all, let isCertain):
      "\(plausible) of \(all) words beyond ASCII make sense in it"
        + (isCertain ? "" : ", other encodings are possible")
    case .none(let others):
      "\(others) lines are no UTF-8, and make sense in no encoding that was tried"
    }
  }
}
