import CXXHash

/// Hashes under a secret of the run, so that nobody can make two keys of a file collide.
package struct KeyedHash: Sendable {
  private let secret: UInt64
  /// Another secret that follows from the first.
  private let second: UInt64

  package init(secret: UInt64 = .random(in: .min ... .max)) {
    self.secret = secret
    second = withUnsafeBytes(of: secret) { xxhash_64_of($0.baseAddress, $0.count, secret) }
  }

  /// 64 bits of `bytes`, different for each `domain`.
  @inline(always)
  package func hash64(_ bytes: UnsafeRawBufferPointer, domain: UInt64) -> UInt64 {
    xxhash_64_of(bytes.baseAddress, bytes.count, seed(domain))
  }

  /// 128 bits of `bytes`, different for each `domain`.
  @inline(always)
  package func hash128(
    _ bytes: UnsafeRawBufferPointer, domain: UInt64
  ) -> (high: UInt64, low: UInt64) {
    let hash = xxhash_128_of(bytes.baseAddress, bytes.count, seed(domain))
    return (hash.high, hash.low)
  }

  /// A number that two numbers make together, unlike for each secret: for tables of short keys.
  ///
  /// Its low bits are from the middle of the product, which all bits of both numbers reach; the
  /// lowest ones would leave a third more keys in a place that another has.
  @inline(always)
  func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    Self.folded(first ^ secret, second ^ self.second) >> 32
  }

  /// The two halves of a product in one: where a factor is secret, it tells as little as that.
  @inline(always)
  static func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  @inline(always)
  private func seed(_ domain: UInt64) -> UInt64 {
    secret ^ (domain &+ 1) &* 0x9E37_79B9_7F4A_7C15
  }
}
