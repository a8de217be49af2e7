import CLibXML2

/// Collects what libxml2 says while it parses one document, which it would else print.
final class ParsingLog {
  private(set) var flaws: [HTMLFlaw] = []
  /// The line where libxml2 gave up; nil where it came to the end.
  private(set) var abortedAt: Int?

  /// Becomes the listener of a parser; it has to outlive the parsing.
  ///
  /// libxml2 calls the structured listener of a parser only where the parser's handler has the mark
  /// of its second version, which that of HTML has not by itself.
  func listen(to parser: htmlParserCtxtPtr) {
    parser.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    parser.pointee.sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    parser.pointee.sax.pointee.serror = { parser, error in
      guard let parser, let error,
        let log = parser.assumingMemoryBound(to: htmlParserCtxt.self).pointee._private
      else { return }
      Unmanaged<ParsingLog>.fromOpaque(log).takeUnretainedValue()
        .note(code: error.pointee.code, level: error.pointee.level, line: Int(error.pointee.line))
    }
  }

  private func note(code: Int32, level: xmlErrorLevel, line: Int) {
    if level == XML_ERR_FATAL {
      abortedAt = abortedAt ?? line
    } else if let kind = Self.kind(of: code) {
      flaws.append(HTMLFlaw(kind, line: line))
    }
  }

  /// Nil for what is no flaw, since libxml2 knows no element of HTML5, and for repeated ids, which
  /// the tree itself tells.
  private static func kind(of code: Int32) -> HTMLFlaw.Kind? {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_HTML_UNKNOWN_TAG, XML_DTD_ID_REDEFINED: nil
    case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NOT_FINISHED: .mismatchedEndTag
    case XML_HTML_STRUCURE_ERROR: .misplacedElement
    case XML_ERR_ATTRIBUTE_REDEFINED: .repeatedAttribute
    case XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_NAME_REQUIRED,
      XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
      XML_ERR_COMMENT_NOT_FINISHED:
      .brokenTag
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_NO_NAME, XML_ERR_INVALID_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      .brokenReference
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING: .invalidCharacter
    // Codes are libxml2's open list, not ours: newer versions have more.
    default: .other
    }
  }
}
