import Testing

@testable import HTMLDocument

/// The exact wording of each error.
struct HTMLErrorWordingTests {
  @Test(arguments: [
    (
      HTMLError.tooLarge(bytes: 11_000_000, limit: 10_000_000),
      "error: document is too large (found 11000000 bytes, expected at most 10000000); shorten it"
    ),
    (
      .tooDeep(line: 7, limit: 255),
      "7: error: elements are nested too deeply (found level 256, expected at most 255); "
        + "look for elements that are not closed"
    ),
    (
      .unreadable,
      "error: document cannot be parsed (found no memory for it); free some memory"
    ),
    (
      .unsupportedSelector("p::before", column: 2),
      "2: error: selector is not understood (found 'p::before', expected types, classes, ids, "
        + "attributes and positions); write it in simpler ones"
    ),
  ])
  func errorsSayWhatWasFoundAndExpected(error: HTMLError, text: String) {
    #expect(error.description == text)
  }
}
