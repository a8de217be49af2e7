import CRowKeys

/// The secrets under which a row's cells and words are hashed, one set for each thing that is.
///
/// A hash has 128 bits, in two halves of which each is made with secrets of its own; so nobody who
/// writes a file can make two of its ids meet.
struct RowSecrets: ~Copyable {
  /// What the first sets are for; words and people follow.
  enum Purpose: Int {
    // As `row_layout` has the first three.
    case conversation = 0
    case message, contact, slice, evidence

    static let count = 5
  }

  /// How hashes are made; the same for all of a run.
  let kernel: row_hash_kernel
  private let hash: KeyedHash
  private var numbers: UnsafeMutablePointer<UInt64>
  private var sets: Int

  /// Secrets for hashes of the fewest instructions on this machine, unless told otherwise.
  ///
  /// A kernel that the machine does not have must not be chosen.
  init(hash: KeyedHash, kernel: row_hash_kernel = Self.bestKernel) {
    self.kernel = kernel
    self.hash = hash
    sets = Purpose.count
    numbers = Self.numbers(sets, hash)
  }

  deinit {
    numbers.deallocate()
  }

  /// Makes room for sets beyond those with a purpose; pointers to secrets are no longer valid.
  mutating func reserve(further: Int) {
    guard Purpose.count + further > sets else { return }
    numbers.deallocate()
    sets = Purpose.count + further
    numbers = Self.numbers(sets, hash)
  }

  @inline(always)
  subscript(purpose: Purpose) -> UnsafePointer<UInt64> {
    UnsafePointer(numbers + purpose.rawValue * Self.perSet)
  }

  /// A set that was reserved, from 0.
  func further(_ number: Int) -> UnsafePointer<UInt64> {
    UnsafePointer(numbers + (Purpose.count + number) * Self.perSet)
  }

  /// The hash of a cell, trimmed and without quotes.
  func hash(of cell: UnsafeRawBufferPointer, _ purpose: Purpose) -> row_hash {
    row_hash_of(
      kernel, cell.baseAddress?.assumingMemoryBound(to: UInt8.self), cell.count, self[purpose])
  }

  /// The hash of something on a slice, of its hash on none: conversation ids are told apart within
  /// page and channel.
  @inline(always)
  func hash(_ hash: row_hash, slice: UInt32) -> row_hash {
    extending(.slice)(hash, by: UInt64(slice))
  }

  /// What makes of a hash one that tells apart what a small number tells apart.
  struct Extension {
    /// Odd factors, so that no two numbers make the same.
    let factors: row_hash

    @inline(always)
    func callAsFunction(_ hash: row_hash, by number: UInt64) -> row_hash {
      row_hash(
        low: hash.low &+ number &* factors.low, high: hash.high &+ number &* factors.high)
    }
  }

  /// What extends hashes by slices, or by what rows show of their contact.
  @inline(always)
  func extending(_ purpose: Purpose) -> Extension {
    let secrets = self[purpose]
    return Extension(
      factors: row_hash(low: secrets[Self.perSet - 2], high: secrets[Self.perSet - 1]))
  }

  static var bestKernel: row_hash_kernel {
    if row_hash_has_kernel(ROW_HASH_WIDE) { return ROW_HASH_WIDE }
    return row_hash_has_kernel(ROW_HASH_AES) ? ROW_HASH_AES : ROW_HASH_PLAIN
  }

  private static let perSet = Int(ROW_HASH_SECRETS)

  private static func numbers(_ sets: Int, _ hash: KeyedHash) -> UnsafeMutablePointer<UInt64> {
    let numbers = UnsafeMutablePointer<UInt64>.allocate(capacity: sets * perSet)
    for index in 0..<sets * perSet {
      let number = withUnsafeBytes(of: index) { hash.hash64($0, domain: HashDomain.rowSecret) }
      let isFactor = index % perSet >= perSet - 2
      (numbers + index).initialize(to: isFactor ? number | 1 : number)
    }
    return numbers
  }
}
