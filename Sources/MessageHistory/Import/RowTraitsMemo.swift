/// A worker's memory of the traits of rows, by the numbers of their words and of their people.
///
/// A history has some hundreds of each, and most of them together. It is laid out as a table of
/// words by stretches of people, whose traits `TraitsTable` numbers together: a number for sixteen
/// traits, so that all of it stays in the nearest cache.
struct RowTraitsMemo: ~Copyable {
  /// What rows have in common, in four bytes.
  struct Known: BitwiseCopyable {
    private let packed: UInt32

    @inline(always)
    fileprivate init(packed: UInt32) { self.packed = packed }

    /// Of no row.
    @inline(always)
    static var none: Known { Known(packed: RowTraitsMemo.noStretch) }

    @inline(always)
    var isNone: Bool { packed >= RowTraitsMemo.noStretch }

    @inline(always)
    var traits: UInt32 { packed >> PeopleNumber.sortBits }

    /// Of those that a sender sent who may be a machine.
    var messageClass: MessageClass {
      MessageClass(rawValue: UInt8(truncatingIfNeeded: packed & 7)) ?? .event
    }

    /// What a record at an instant has as its moment: put together of numbers, as making an
    /// enumeration's case of one is a call.
    @inline(always)
    func moment(milliseconds: Int64) -> Int64 { milliseconds &<< 3 | Int64(packed & 7) }
  }

  /// The table as it is until something is noted, for loops that look up much.
  struct LookUp {
    fileprivate let stretches: UnsafeMutablePointer<UInt32>
    fileprivate let widthBits: Int

    /// What is noted of words and people, for both of whom room was made; `none` for nothing.
    @inline(always)
    subscript(words: RowWordsMemo.Known, people: PeopleNumber) -> Known {
      Known(
        packed: stretches[place(words.number, people)]
          | (people.placeAndDifference ^ words.sort))
    }

    @inline(always)
    fileprivate func place(_ words: UInt32, _ people: PeopleNumber) -> Int {
      Int(words) &<< widthBits &+ Int(people.stretch)
    }
  }

  /// What stands where no stretch is noted: it stays that whatever is added to it.
  private static var noStretch: UInt32 {
    UInt32.max << (PeopleNumber.sortBits + PeopleNumber.placeBits)
  }
  /// Beyond these words and people change all the time, and remembering all saves nothing.
  private static let mostPlaces = 1 << 22
  private static let leastHeight = 64
  private static let leastWidthBits = 2

  /// By words, and then by stretches of people: the index of the stretch's first traits, above the
  /// bits of a class.
  private var stretches: UnsafeMutablePointer<UInt32>
  /// How many words have room, and of how many stretches each as a power of two.
  private var height = Self.leastHeight
  private var widthBits = Self.leastWidthBits

  init() {
    stretches = Self.noStretches(height << widthBits)
  }

  deinit {
    stretches.deallocate()
  }

  /// What tells the traits of rows; valid until something is noted or room is made.
  @inline(always)
  var lookUp: LookUp { LookUp(stretches: stretches, widthBits: widthBits) }

  /// Forgets everything.
  mutating func removeAll() {
    stretches.deallocate()
    (height, widthBits) = (Self.leastHeight, Self.leastWidthBits)
    stretches = Self.noStretches(height << widthBits)
  }

  /// Whether there is room for people at all, be it only with few words.
  static func canHold(_ people: PeopleNumber) -> Bool {
    Int(people.stretch) < mostPlaces / leastHeight
  }

  /// Makes room for words of numbers below a bound, and for people up to a number where they are
  /// new.
  ///
  /// - Returns: false where there would be too many: then somebody has to begin anew.
  mutating func makeRoom(words: Int, people: PeopleNumber? = nil) -> Bool {
    var (height, widthBits) = (height, widthBits)
    while height < words { height *= 2 }
    while let people, people.stretch >> widthBits > 0 { widthBits += 1 }
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

  /// Notes the index of the first traits of a stretch of words and people, for both of whom room was
  /// made; indexes for which there is none are not noted.
  mutating func note(words: UInt32, people: PeopleNumber, stretch: UInt32) {
    guard stretch < Self.noStretch >> PeopleNumber.sortBits else { return }
    stretches[lookUp.place(words, people)] = stretch << PeopleNumber.sortBits
  }

  private static func noStretches(_ count: Int) -> UnsafeMutablePointer<UInt32> {
    let stretches = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    stretches.initialize(repeating: noStretch, count: count)
    return stretches
  }
}
