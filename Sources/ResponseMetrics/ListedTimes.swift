/// The times that several sorted lists have together, without being put into one.
struct ListedTimes {
  /// Each ascending, in milliseconds.
  private let lists: [[Int64]]
  let count: Int

  init(_ lists: [[Int64]]) {
    self.lists = lists.filter { !$0.isEmpty }
    count = lists.reduce(0) { $0 + $1.count }
  }

  var sum: Int128 { lists.reduce(0) { $0 + $1[...].sum } }

  /// The time of a rank from 0 up to but not including `count`.
  ///
  /// Where all lie in one list it stands there; else the least value is looked for that so many
  /// times do not exceed.
  func time(at rank: Int) -> Int64 {
    if let only = lists.first, lists.count == 1 { return only[rank] }
    var low = lists.reduce(Int64.max) { min($0, $1[0]) }
    var high = lists.reduce(Int64.min) { max($0, $1[$1.count - 1]) }
    // Of each list, where its first time beyond the one that is looked for may stand.
    var places = lists.map { 0...$0.count }
    while low < high {
      let middle = low + (high - low) / 2
      let reached = zip(lists, places).map { list, place in
        list[..<place.upperBound][place.lowerBound...].partitioningIndex { $0 > middle }
      }
      if reached.reduce(0, +) > rank {
        high = middle
        for list in places.indices { places[list] = places[list].lowerBound...reached[list] }
      } else {
        low = middle + 1
        for list in places.indices { places[list] = reached[list]...places[list].upperBound }
      }
    }
    return low
  }

  /// The sum of the `least` least times.
  func sum(ofLeast least: Int) -> Int128 {
    guard least > 0 else { return 0 }
    let last = time(at: least - 1)
    var sum: Int128 = 0
    var rest = least
    for list in lists {
      let below = list.partitioningIndex { $0 >= last }
      sum += list[..<below].sum
      rest -= below
    }
    return sum + Int128(rest) * Int128(last)
  }
}

extension ArraySlice<Int64> {
  fileprivate var sum: Int128 {
    withUnsafeBufferPointer { times in
      var sum: Int128 = 0
      for time in times { sum &+= Int128(time) }
      return sum
    }
  }
}
