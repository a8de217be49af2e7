/// A number of the people whom rows name, from 0, by which `TraitsTable` numbers traits.
struct PeopleNumber: Equatable, BitwiseCopyable, Sendable {
  /// The stretch, above `placeBits` of the place in it, above `sortBits`.
  private let packed: UInt32

  /// How many people a stretch has, as a power of two.
  static var placeBits: UInt32 { 4 }
  /// How many bits a class of messages takes.
  static var sortBits: UInt32 { 3 }

  /// - Parameters:
  ///   - number: below 2²⁹.
  ///   - isMachine: whether the configuration knows the sender as a machine.
  init(_ number: UInt32, isMachine: Bool) {
    packed =
      number << Self.sortBits
      | (isMachine
        ? UInt32(
          MessageClass.humanOutbound.rawValue ^ MessageClass.automatedOutbound.rawValue) : 0)
  }

  var number: UInt32 { packed >> Self.sortBits }

  /// The number of the stretch that they are in.
  @inline(always)
  var stretch: UInt32 { packed >> (Self.sortBits + Self.placeBits) }

  /// Their place there.
  var placeInStretch: UInt32 { number & (1 << Self.placeBits - 1) }

  /// That place, above what their rows' class differs in from that of the words, by its bits: people
  /// are machines only where words ask who sent a message, and then they are those of a person.
  @inline(always)
  var placeAndDifference: UInt32 { packed & (1 << (Self.sortBits + Self.placeBits) - 1) }
}
