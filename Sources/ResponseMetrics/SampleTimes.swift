/// The response times of a badge's sample, which come and go.
///
/// A bit for each of all times that ever belong to it, in their order, 64 to a word, and the sum of
/// those of each word: coming and going changes two numbers. Questions are asked of `CountedTimes`.
struct SampleTimes {
  /// Sorted ascending, in half milliseconds, so that every median of two is whole.
  private let times: [Int64]
  /// Which of them belong to the sample now.
  private var words: [UInt64]
  /// By word, below 2⁵⁶: times are below 2⁵⁰.
  private var sums: [Int64]
  private(set) var count = 0

  /// - Parameter times: all that may ever belong to the sample, sorted, in milliseconds.
  init(sorted times: [Int64]) {
    self.times = times.map { $0 * 2 }
    let wordCount = times.count / 64 + 1
    words = Array(repeating: 0, count: wordCount)
    sums = Array(repeating: 0, count: wordCount)
  }

  /// The sample while many times come and go.
  struct Change {
    fileprivate let words: UnsafeMutableBufferPointer<UInt64>
    fileprivate let sums: UnsafeMutableBufferPointer<Int64>
    /// How many there are now.
    fileprivate(set) var count: Int

    /// A time comes, in milliseconds, which is not in the sample.
    @inline(__always)
    mutating func insert(_ time: Int64, rank: Int) {
      words[rank &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: rank & 63)
      sums[rank &>> 6] &+= 2 &* time
      count &+= 1
    }

    /// A time goes, in milliseconds, which is in the sample.
    @inline(__always)
    mutating func remove(_ time: Int64, rank: Int) {
      words[rank &>> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: rank & 63))
      sums[rank &>> 6] &-= 2 &* time
      count &-= 1
    }
  }

  /// Lets many times come and go.
  @inline(__always)
  mutating func change<Result>(_ body: (inout Change) -> Result) -> Result {
    words.withUnsafeMutableBufferPointer { words in
      sums.withUnsafeMutableBufferPointer { sums in
        var change = Change(words: words, sums: sums, count: count)
        defer { count = change.count }
        return body(&change)
      }
    }
  }

  /// All times go.
  mutating func removeAll() {
    for word in words.indices {
      words[word] = 0
      sums[word] = 0
    }
    count = 0
  }

  /// The sample as it is now, ready for questions.
  var counted: CountedTimes { CountedTimes(times: times, words: words, sums: sums) }

  /// The times in milliseconds, ascending.
  var milliseconds: [Int64] {
    var found: [Int64] = []
    found.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        found.append(times[index << 6 + bits.trailingZeroBitCount] / 2)
        bits &= bits - 1
      }
    }
    return found
  }
}
