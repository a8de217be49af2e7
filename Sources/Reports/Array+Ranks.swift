extension Array {
  /// By index, where each element stands among all.
  func ranks(by precedes: (Element, Element) -> Bool) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for (rank, index) in indices.sorted(by: { precedes(self[$0], self[$1]) }).enumerated() {
      ranks[index] = rank
    }
    return ranks
  }
}

extension [(page: [UInt8], channel: [UInt8])] {
  /// By slice index, where each stands among all by page and channel.
  var ranksOfSlices: [Int] {
    ranks { left, right in
      left.page != right.page
        ? left.page.lexicographicallyPrecedes(right.page)
        : left.channel.lexicographicallyPrecedes(right.channel)
    }
  }
}
