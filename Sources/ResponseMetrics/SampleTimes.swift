/// The response times of a badge's sample, which come and go.
///
/// A bit for each of all times that ever belong to it, in their order, with count and sum of each
/// block of them: coming and going changes three numbers, and the few dozen questions that a verdict
/// asks go over some hundred blocks.
struct SampleTimes {
  /// Sorted ascending, in half milliseconds, so that every median of two is whole.
  private let times: [Int64]
  /// Which of them belong to the sample now, 64 to a word.
  private var words: [UInt64]
  private var blocks: [Block]
  private(set) var count = 0

  private struct Block {
    var count = 0
    /// Below 2⁶⁰: times are below 2⁵⁰, and a block has no more than 512 of them.
    var sum: Int64 = 0
  }

  private static let wordsPerBlock = 8
  private static let ranksPerBlock = 64 * wordsPerBlock

  /// - Parameter times: all that may ever belong to the sample, sorted, in milliseconds.
  init(sorted times: [Int64]) {
    self.times = times.map { $0 * 2 }
    let blockCount = times.count / Self.ranksPerBlock + 1
    words = Array(repeating: 0, count: blockCount * Self.wordsPerBlock)
    blocks = Array(repeating: Block(), count: blockCount)
  }

  /// A time comes, which is not in the sample.
  mutating func insert(rank: Int) {
    words[rank >> 6] |= 1 << UInt64(rank & 63)
    blocks[rank / Self.ranksPerBlock].count += 1
    blocks[rank / Self.ranksPerBlock].sum += times[rank]
    count += 1
  }

  /// A time goes, which is in the sample.
  mutating func remove(rank: Int) {
    words[rank >> 6] &= ~(1 << UInt64(rank & 63))
    blocks[rank / Self.ranksPerBlock].count -= 1
    blocks[rank / Self.ranksPerBlock].sum -= times[rank]
    count -= 1
  }

  /// All times go.
  mutating func removeAll() {
    for word in words.indices { words[word] = 0 }
    for block in blocks.indices { blocks[block] = Block() }
    count = 0
  }

  /// How many times are less than `time` half milliseconds.
  func count(below time: Int64) -> Int {
    let rank = times.partitioningIndex { $0 >= time }
    let block = rank / Self.ranksPerBlock
    var total = blocks[..<block].reduce(0) { $0 + $1.count }
    for word in block * Self.wordsPerBlock..<rank >> 6 { total += words[word].nonzeroBitCount }
    let below = words[rank >> 6] & (1 << UInt64(rank & 63) - 1)
    return total + below.nonzeroBitCount
  }

  /// The time of a place from 0 in ascending order, in half milliseconds.
  func time(at place: Int) -> Int64 {
    let start = blocks(before: place)
    var before = start.times
    for word in start.blocks * Self.wordsPerBlock..<words.count {
      let count = words[word].nonzeroBitCount
      if before + count > place {
        return times[word << 6 + words[word].place(ofBit: place - before)]
      }
      before += count
    }
    return times[times.count - 1]
  }

  /// The sum of the `least` least times, in half milliseconds.
  func sum(ofLeast least: Int) -> Int128 {
    let start = blocks(before: least)
    var before = start.times
    var sum = start.sum
    var word = start.blocks * Self.wordsPerBlock
    while before < least, word < words.count {
      var bits = words[word]
      while bits != 0, before < least {
        sum += Int128(times[word << 6 + bits.trailingZeroBitCount])
        bits &= bits - 1
        before += 1
      }
      word += 1
    }
    return sum
  }

  /// The first blocks that have no more than so many times together, and how many and what sum.
  private func blocks(before place: Int) -> (blocks: Int, times: Int, sum: Int128) {
    var times = 0
    var sum: Int128 = 0
    for (index, block) in blocks.enumerated() {
      if times + block.count > place { return (index, times, sum) }
      times += block.count
      sum += Int128(block.sum)
    }
    return (blocks.count, times, sum)
  }

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

extension UInt64 {
  /// The place of one of the bits that are set, by how many are below it.
  fileprivate func place(ofBit number: Int) -> Int {
    var bits = self
    for _ in 0..<number { bits &= bits - 1 }
    return bits.trailingZeroBitCount
  }
}
