import Templates
import Testing

@Suite(
  .enabled(
    if: MustacheSpecification.folder != nil,
    "set REPLYMETER_TEST_DATA to a folder that contains mustache-spec"))
struct MustacheSpecificationTests {
  /// The cases where the specification wants nothing to be written and this engine an error.
  static let expectedErrors = [
    "interpolation: Basic Context Miss Interpolation":
      "main:1:6: error: unknown name (found 'cannot', expected one of the fields here); "
      + "there are no fields here",
    "interpolation: Triple Mustache Context Miss Interpolation":
      "main:1:7: error: unknown name (found 'cannot', expected one of the fields here); "
      + "there are no fields here",
    "interpolation: Ampersand Context Miss Interpolation":
      "main:1:7: error: unknown name (found 'cannot', expected one of the fields here); "
      + "there are no fields here",
    "interpolation: Dotted Names - Broken Chains":
      "main:1:6: error: unknown name (found 'b', expected one of the fields of 'a'); "
      + "there are no fields here",
    "interpolation: Dotted Names - Broken Chain Resolution":
      "main:1:8: error: unknown name (found 'c', expected one of the fields of 'a.b'); "
      + "there are no fields here",
    "interpolation: Dotted Names - Context Precedence":
      "main:1:11: error: unknown name (found 'c', expected one of the fields of 'b'); "
      + "there are no fields here",
    "interpolation: Dotted Names are never single keys":
      "main:1:3: error: unknown name (found 'a', expected one of the fields here); "
      + "the fields are 'a.b'",
    "inheritance-optional: Negative Sections":
      "main:1:20: error: unknown name (found 'bar', expected one of the fields here); "
      + "did you mean 'baz'?",
    "inverted: Context Misses":
      "main:1:5: error: unknown name (found 'missing', expected one of the fields here); "
      + "there are no fields here",
    "inverted: Dotted Names - Broken Chains":
      "main:1:7: error: unknown name (found 'b', expected one of the fields of 'a'); "
      + "there are no fields here",
    "sections: Context Misses":
      "main:1:5: error: unknown name (found 'missing', expected one of the fields here); "
      + "there are no fields here",
    "sections: Dotted Names - Broken Chains":
      "main:1:7: error: unknown name (found 'b', expected one of the fields of 'a'); "
      + "there are no fields here",
    "partials: Failed Lookup":
      "main:1:5: error: unknown template (found 'text', expected one of the templates here); "
      + "correct the name or add a template that has it",
  ]

  @Test(arguments: MustacheSpecification.parts)
  func `every case renders as the specification says or fails as listed`(part: String) throws {
    let cases = try MustacheSpecification.cases(of: part)
    #expect(cases.count >= 10)
    for test in cases {
      #expect(result(of: test) == Self.expectedErrors[test.title] ?? test.expected, "\(test.title)")
    }
  }

  @Test func `every listed error belongs to a case`() throws {
    let titles = try MustacheSpecification.parts.flatMap {
      try MustacheSpecification.cases(of: $0).map(\.title)
    }
    #expect(Set(Self.expectedErrors.keys).subtracting(titles) == [])
  }

  /// What is rendered, or the error's words.
  private func result(of test: MustacheSpecification.Case) -> String {
    do throws(TemplateError) {
      var templates = [try Template(parsing: test.template, name: "main")]
      for (name, source) in test.partials ?? [:] {
        templates.append(try Template(parsing: source, name: name))
      }
      let bytes = try TemplateLibrary(templates).render("main", withValue: test.data, as: .html)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return error.description
    }
  }
}
