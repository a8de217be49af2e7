import MessageHistory

/// Places that tell a row as tests number them.
extension Place {
  /// - Parameters:
  ///   - conversation: the conversation's number.
  ///   - row: the row's number in it, as written; less than 2²⁰.
  init(conversation: Int, row: Int) { self.init(conversation << 20 | row) }

  var conversation: Int { distance(from: Place(0)) >> 20 }

  var row: Int { distance(from: Place(0)) & (1 << 20 - 1) }
}
