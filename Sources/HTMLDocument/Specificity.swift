/// How specific a selector is: ids before classes before types.
///
/// Source: Selectors Level 4, section 17.
struct Specificity: Comparable {
  var ids = 0
  /// Classes, attributes and pseudo-classes.
  var classes = 0
  /// Types; `*` is none.
  var types = 0

  static func < (left: Self, right: Self) -> Bool {
    (left.ids, left.classes, left.types) < (right.ids, right.classes, right.types)
  }

  static func += (left: inout Self, right: Self) {
    left.ids += right.ids
    left.classes += right.classes
    left.types += right.types
  }
}
