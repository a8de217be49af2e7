import CSystem

/// A worker's memory of the traits of rows, by the numbers of their words and of their people.
///
/// A history has some hundreds of each, and most of them together: laid out as a table of one by the
/// other they take a tenth of what a table by hashes would, and stay in the cache. As most of a line
/// may be empty where every employee works on a few pages, only stretches of it are there that
/// something was noted in.
struct RowTraitsMemo: ~Copyable {
  /// What rows have in common, in four bytes.
  struct Known: BitwiseCopyable {
    private let packed: UInt32

    /// Nil for traits of a greater index than there is room for.
    init?(traits: UInt32, messageClass: MessageClass) {
      guard traits < 1 << 29 - 1 else { return nil }
      packed = traits << 3 | UInt32(messageClass.rawValue)
    }

    private init(packed: UInt32) { self.packed = packed }

    /// Of no row.
    fileprivate static let none = Known(packed: .max)

    @inline(always)
    fileprivate var isNone: Bool { packed == .max }

    @inline(always)
    var traits: UInt32 { packed >> 3 }

    /// Of those that a sender sent who may be a machine.
    var messageClass: MessageClass {
      MessageClass(rawValue: UInt8(truncatingIfNeeded: packed & 7)) ?? .event
    }

    /// What a record at an instant has as its moment's sort key: put together of numbers, as making
    /// an enumeration's case of one is a call.
    @inline(always)
    func momentKey(milliseconds: Int64) -> UInt64 {
      UInt64(bitPattern: milliseconds) &<< 3 | UInt64(packed & 7) ^ 1 &<< 63
    }
  }

  /// Where in the table something is noted of words and people together; 0 for nowhere.
  typealias Place = UInt32

  /// The table as it is until something is noted, for loops that look up much.
  struct LookUp {
    fileprivate let stretches: UnsafeMutablePointer<UInt32>
    fileprivate let cells: UnsafeMutablePointer<Known>
    fileprivate let widthBits: Int

    /// The place of words and people, for both of which room was made; valid until everything is
    /// forgotten.
    ///
    /// What is there is fetched meanwhile: while files are read, little stays in the cache.
    @inline(always)
    func place(words: UInt32, people: UInt32) -> Place {
      let stretch = stretches[stretch(words, people)]
      let place =
        stretch &<< RowTraitsMemo.stretchBits
        | people & (1 &<< RowTraitsMemo.stretchBits &- 1)
      csystem_prefetch(cells + Int(place))
      return place
    }

    /// What is noted at a place; nil for nothing.
    @inline(always)
    subscript(place: Place) -> Known? {
      let known = cells[Int(place)]
      return known.isNone ? nil : known
    }

    @inline(always)
    fileprivate func stretch(_ words: UInt32, _ people: UInt32) -> Int {
      Int(words) &<< widthBits &+ Int(people) &>> Int(RowTraitsMemo.stretchBits)
    }
  }

  /// A stretch is a line of the cache.
  @inline(always)
  private static var stretchBits: UInt32 { 4 }
  private static let stretchCells = 1 << stretchBits
  /// Beyond these there are rows that name others each time, and remembering all saves nothing.
  private static let mostStretches = 1 << 17
  private static let mostPlaces = 1 << 21
  private static let leastHeight = 64
  private static let leastWidthBits = 2
  private static let leastCapacity = 16

  /// By words, and then by stretches of people: the number of the stretch, 0 for one without cells.
  private var stretches: UnsafeMutablePointer<UInt32>
  /// How many words have room, and of how many stretches each as a power of two.
  private var height = Self.leastHeight
  private var widthBits = Self.leastWidthBits
  /// Stretch by stretch; those of the first are of nothing for good.
  private var cells: UnsafeMutablePointer<Known>
  private var capacity = Self.leastCapacity
  private var count = 1

  init() {
    stretches = Self.noStretches(height << widthBits)
    cells = Self.emptyCells(capacity)
  }

  deinit {
    stretches.deallocate()
    cells.deallocate()
  }

  /// What tells the traits of rows; valid until something is noted or room is made.
  @inline(always)
  var lookUp: LookUp { LookUp(stretches: stretches, cells: cells, widthBits: widthBits) }

  /// Forgets everything.
  mutating func removeAll() {
    guard height > Self.leastHeight || widthBits > Self.leastWidthBits || count > 1 else { return }
    stretches.deallocate()
    (height, widthBits) = (Self.leastHeight, Self.leastWidthBits)
    stretches = Self.noStretches(height << widthBits)
    cells.deallocate()
    (capacity, count) = (Self.leastCapacity, 1)
    cells = Self.emptyCells(capacity)
  }

  /// Makes room for words and people of numbers below these.
  ///
  /// - Returns: false where there would be too many: then somebody has to number them anew.
  mutating func makeRoom(words: Int, people: Int) -> Bool {
    var (height, widthBits) = (height, widthBits)
    while height < words { height *= 2 }
    while people > Self.stretchCells << widthBits { widthBits += 1 }
    guard height << widthBits <= Self.mostPlaces else { return false }
    guard height > self.height || widthBits > self.widthBits else { return true }
    let wider = Self.noStretches(height << widthBits)
    for line in 0..<self.height {
      (wider + line << widthBits).update(
        from: stretches + line << self.widthBits, count: 1 << self.widthBits)
    }
    stretches.deallocate()
    (stretches, self.height, self.widthBits) = (wider, height, widthBits)
    return true
  }

  /// Notes the traits of rows of some words and people, for both of which room was made.
  ///
  /// - Returns: false where there is no room for more, and nothing was noted.
  mutating func note(words: UInt32, people: UInt32, _ traits: Known) -> Bool {
    let stretch = lookUp.stretch(words, people)
    if stretches[stretch] == 0 {
      if count == Self.mostStretches { return false }
      if count == capacity { growCells() }
      stretches[stretch] = UInt32(count)
      count += 1
    }
    cells[Int(lookUp.place(words: words, people: people))] = traits
    return true
  }

  private mutating func growCells() {
    let larger = Self.emptyCells(capacity * 2)
    larger.update(from: cells, count: capacity * Self.stretchCells)
    cells.deallocate()
    (cells, capacity) = (larger, capacity * 2)
  }

  private static func noStretches(_ count: Int) -> UnsafeMutablePointer<UInt32> {
    let stretches = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    stretches.initialize(repeating: 0, count: count)
    return stretches
  }

  private static func emptyCells(_ stretches: Int) -> UnsafeMutablePointer<Known> {
    let cells = UnsafeMutableRawPointer.allocate(
      byteCount: stretches * stretchCells * MemoryLayout<Known>.stride, alignment: 64)
    return cells.initializeMemory(
      as: Known.self, repeating: .none, count: stretches * stretchCells)
  }
}
