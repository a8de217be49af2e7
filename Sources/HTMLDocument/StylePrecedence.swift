/// Which of two declarations of one property wins: the greater one.
///
/// Source: CSS Cascading and Inheritance Level 4, section 6.1, for one author and no layers.
struct StylePrecedence: Comparable {
  var isImportant: Bool
  /// Whether it stands in a `style` attribute.
  var isAttribute: Bool
  var specificity: Specificity
  /// Of equal ones the later rule wins.
  var order: Int

  static func < (left: Self, right: Self) -> Bool {
    if left.isImportant != right.isImportant { return right.isImportant }
    if left.isAttribute != right.isAttribute { return right.isAttribute }
    if left.specificity != right.specificity { return left.specificity < right.specificity }
    return left.order < right.order
  }
}
