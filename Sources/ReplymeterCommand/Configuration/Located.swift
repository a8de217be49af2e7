/// A value together with the place in the configuration that says it.
///
/// Checks that need more than the file itself (time zones, periods, side files) come later and
/// still have to name the place.
package struct Located<Value> {
  package var value: Value
  package var place: SourcePlace

  package init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }

  /// The same place with the value that `transform` makes of this one; nothing where it makes none.
  func compactMap<Other>(_ transform: (Value) -> Other?) -> Located<Other>? {
    transform(value).map { Located<Other>($0, at: place) }
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
