/// The response times of a badge's sample at an instant, counted and added up from the least on.
///
/// A verdict asks some hundred questions, each of which is a search for a word and a look at its bits.
struct CountedTimes {
  /// Sorted ascending, in half milliseconds: all that ever belong to the sample.
  private let times: [Int64]
  /// Which of them belong to it, 64 to a word.
  private let words: [UInt64]
  /// How many belong to it in all words before one, and their sum; for each word and at the end.
  private let before: [(count: Int, sum: Int128)]

  /// - Parameters:
  ///   - times: sorted ascending.
  ///   - words: a bit for each, set where it belongs to the sample.
  ///   - sums: of each word.
  init(times: [Int64], words: [UInt64], sums: [Int64]) {
    self.times = times
    self.words = words
    var before: [(count: Int, sum: Int128)] = []
    before.reserveCapacity(words.count + 1)
    var (count, sum) = (0, 0 as Int128)
    for (word, wordSum) in zip(words, sums) {
      before.append((count, sum))
      count += word.nonzeroBitCount
      sum += Int128(wordSum)
    }
    before.append((count, sum))
    self.before = before
  }

  var count: Int { before[words.count].count }

  /// How many times are less than `time` half milliseconds.
  func count(below time: Int64) -> Int {
    let rank = times.partitioningIndex { $0 >= time }
    let below = words[rank >> 6] & (1 << UInt64(rank & 63) - 1)
    return before[rank >> 6].count + below.nonzeroBitCount
  }

  /// The time of a place from 0 in ascending order, in half milliseconds.
  func time(at place: Int) -> Int64 {
    let word = word(of: place)
    guard word < words.count else { return times[times.count - 1] }
    var bits = words[word]
    for _ in before[word].count..<place { bits &= bits - 1 }
    return times[word << 6 + bits.trailingZeroBitCount]
  }

  /// The sum of the `least` least times, in half milliseconds.
  func sum(ofLeast least: Int) -> Int128 {
    let word = word(of: least)
    var sum = before[word].sum
    guard word < words.count else { return sum }
    var bits = words[word]
    for _ in before[word].count..<least {
      sum += Int128(times[word << 6 + bits.trailingZeroBitCount])
      bits &= bits - 1
    }
    return sum
  }

  /// The word that holds the time of a place; the number of words where there is none.
  private func word(of place: Int) -> Int {
    before.partitioningIndex { $0.count > place } - 1
  }
}
