/// Bytes of lines, in memory that grows, and numbers put among them.
///
/// Only `reserve` looks whether there is room: whoever puts anything has asked for it before.
struct LineBytes: ~Copyable {
  private(set) var room: UnsafeMutablePointer<UInt8>
  /// Bytes so far.
  var count = 0
  private var capacity = 4_096

  /// Digits of the greatest number, its sign, and what is written behind it by the way.
  static let mostDigits = 24

  init() {
    room = .allocate(capacity: capacity)
  }

  deinit { room.deallocate() }

  // MARK: Bytes

  /// Makes room for so many more bytes.
  @inline(__always)
  mutating func reserve(_ bytes: Int) {
    if capacity - count < bytes { grow(bytes) }
  }

  @inline(never)
  private mutating func grow(_ bytes: Int) {
    capacity = max(2 * capacity, count + bytes)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: room, count: count)
    room.deallocate()
    room = larger
  }

  /// Puts a byte where there is room.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    room[count] = byte
    count &+= 1
  }

  /// Puts bytes where there is room.
  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(room + count).copyMemory(from: base, byteCount: bytes.count)
    count += bytes.count
  }

  // MARK: Numbers

  /// Puts a number with decimals where there is room.
  @inline(__always)
  mutating func put(magnitude: UInt64, places: Int, isTrimmed: Bool) {
    var unit: UInt64 = 1
    for _ in 0..<places { unit &*= 10 }
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: unit)
    put(decimal: whole)
    if places == 0 || isTrimmed && fraction == 0 { return }
    put(UInt8(ascii: "."))
    var rest = fraction
    for place in stride(from: count + places - 1, through: count, by: -1) {
      room[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= places
    while isTrimmed, room[count - 1] == UInt8(ascii: "0") { count &-= 1 }
  }

  /// Puts a number where there is room for `mostDigits`.
  @inline(__always)
  mutating func put(decimal number: UInt64) {
    if number < 10_000 {
      put(upToFourDigits: UInt32(truncatingIfNeeded: number))
    } else if number < 100_000_000 {
      let high = UInt32(truncatingIfNeeded: number) / 10_000
      put(upToFourDigits: high)
      put(fourDigits: UInt32(truncatingIfNeeded: number) &- high &* 10_000)
    } else {
      put(long: number)
    }
  }

  @inline(never)
  private mutating func put(long number: UInt64) {
    put(decimal: number / 100_000_000)
    let rest = UInt32(truncatingIfNeeded: number % 100_000_000)
    put(fourDigits: rest / 10_000)
    put(fourDigits: rest % 10_000)
  }

  /// The four bytes are written all at once, whatever of them is left out: a loop over the digits
  /// ends where no processor expects it.
  @inline(__always)
  private mutating func put(upToFourDigits number: UInt32) {
    let digits = 1 &+ (number >= 10 ? 1 : 0) &+ (number >= 100 ? 1 : 0) &+ (number >= 1_000 ? 1 : 0)
    put(word: Self.fourDigits(number) &>> UInt32(32 &- 8 &* digits))
    count &+= digits
  }

  @inline(__always)
  private mutating func put(fourDigits number: UInt32) {
    put(word: Self.fourDigits(number))
    count &+= 4
  }

  @inline(__always)
  private mutating func put(word: UInt32) {
    UnsafeMutableRawPointer(room + count).storeBytes(of: word.littleEndian, as: UInt32.self)
  }

  /// The four digits of a number below 10,000 in ASCII, the first in the lowest byte.
  @inline(__always)
  private static func fourDigits(_ number: UInt32) -> UInt32 {
    // Two halves of two digits in lanes of 16 bits, each divided by ten by multiplying.
    let hundreds = (number &* 5_243) &>> 19
    let halves = hundreds | (number &- 100 &* hundreds) &<< 16
    let tens = (halves &* 103) &>> 10 & 0x000F_000F
    return (tens | (halves &- 10 &* tens) &<< 8) &+ 0x3030_3030
  }

  /// Puts a fraction of up to three decimals, without zeros at its end.
  mutating func put(thousandths: UInt64) {
    put(UInt8(ascii: "."))
    var rest = thousandths
    var unit: UInt64 = 100
    while rest > 0 {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
