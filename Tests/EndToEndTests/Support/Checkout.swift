import Foundation

/// The checkout that the tests are part of: documents, sample data and goldens.
enum Checkout {
  /// The folder with Package.swift.
  static let folder: String = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  static func path(_ name: String) -> String { folder + "/" + name }

  static func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }
}
