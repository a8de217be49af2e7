/// How much a compressed input may grow: what is beyond is a bomb.
///
/// Small inputs may grow at any rate, since they fill neither memory nor disk. Real histories are
/// packed by 5 to 100; gzip can do 1,032 at most, of nothing but one byte.
struct ExpansionLimit: Sendable {
  /// Unpacked bytes from which on the rate counts.
  var harmless = 256 << 20
  /// Unpacked bytes for each packed one.
  var greatestRate = 500

  func allows(packed: Int, unpacked: Int) -> Bool {
    unpacked <= harmless || unpacked / greatestRate <= packed
  }
}
