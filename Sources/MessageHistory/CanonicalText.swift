import DelimitedText
import Foundation

/// The form in which employees' keys and names are equal: trimmed, and in Unicode NFC.
///
/// This is the one file of the target that needs Foundation: the standard library has no public
/// normalisation.
package enum CanonicalText {
  /// Bytes that are no UTF-8 stay as they are.
  package static func bytes(of text: UnsafeRawBufferPointer) -> [UInt8] {
    let trimmed = text.trimmingWhiteSpace()
    guard trimmed.contains(where: { $0 >= 0x80 }),
      let string = String(validating: trimmed, as: UTF8.self)
    else { return Array(trimmed) }
    return Array(string.precomposedStringWithCanonicalMapping.utf8)
  }

  package static func bytes(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes(of: UnsafeRawBufferPointer($0)) }
  }
}
