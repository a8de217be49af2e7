/// What a target found to be untrue of an input.
package struct FuzzFinding: Error {
  package let text: String

  init(_ text: String) {
    self.text = text
  }
}

/// Throws the finding unless the condition holds.
func require(
  _ condition: Bool, _ text: @autoclosure () -> String
) throws(FuzzFinding) {
  if !condition { throw FuzzFinding(text()) }
}
