import Foundation
import Templates
import Testing

/// The test cases of the public Mustache specification, where a folder with them is given.
enum MustacheSpecification {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let data: TemplateValue
    let template: String
    let partials: [String: String]?
    let expected: String
    /// The file's name without its ending; set after decoding.
    var part = ""

    private enum CodingKeys: CodingKey {
      case name, data, template, partials, expected
    }

    var title: String { "\(part): \(name)" }
    var testDescription: String { title }
  }

  static let parts = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    "inheritance-optional",
  ]

  /// The folder that `REPLYMETER_TEST_DATA` names, or nil where the variable is not set.
  static let folder = ProcessInfo.processInfo.environment["REPLYMETER_TEST_DATA"].map {
    URL(filePath: $0).appending(path: "mustache-spec")
  }

  static func cases(of part: String) throws -> [Case] {
    guard let folder else { return [] }
    struct File: Decodable { let tests: [Case] }
    let content = try Data(contentsOf: folder.appending(path: "\(part).json"))
    return try JSONDecoder().decode(File.self, from: content).tests.map {
      var test = $0
      test.part = part
      return test
    }
  }
}

extension TemplateValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .absent
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number("\(number)")
    } else if let number = try? container.decode(Double.self) {
      self = .number("\(number)")
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let items = try? container.decode([TemplateValue].self) {
      self = .list(items)
    } else {
      let fields = try container.decode([String: TemplateValue].self)
      self = .record(TemplateRecord(fields.map { ($0.key, $0.value) }))
    }
  }
}
