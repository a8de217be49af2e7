import CByteScan

/// The set of instructions that a fast scan uses.
package enum ScanKernel: Hashable, Sendable, CaseIterable {
  case scalar, avx2, neon, avx512

  /// The fastest kernel of this machine.
  package static var best: ScanKernel {
    switch byte_scan_best_kernel() {
    case BYTE_SCAN_AVX2: .avx2
    case BYTE_SCAN_NEON: .neon
    case BYTE_SCAN_AVX512: .avx512
    default: .scalar
    }
  }

  /// Those that this machine has.
  package static var supported: [ScanKernel] {
    allCases.filter { byte_scan_has_kernel($0.kernel) }
  }

  /// How often `byte` occurs in `bytes`, at the speed of memory.
  package func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    return byte_scan_count(
      kernel, base.assumingMemoryBound(to: UInt8.self), bytes.count, byte)
  }

  var kernel: byte_scan_kernel {
    switch self {
    case .scalar: BYTE_SCAN_SCALAR
    case .avx2: BYTE_SCAN_AVX2
    case .neon: BYTE_SCAN_NEON
    case .avx512: BYTE_SCAN_AVX512
    }
  }
}
