/// Keeps a value until the process ends.
///
/// Its memory then goes back to the system all at once: to take apart first what the whole run has
/// gathered, piece by piece, takes longer than to write it.
final class LastingValue<Value> {
  private let value: Value

  init(_ value: Value) {
    self.value = value
  }

  /// To be called once, when nothing is left to be done but to end.
  func outlast() {
    _ = Unmanaged.passRetained(self)
  }
}
