#include "BlockMasks.h"
#include "CByteScan.h"

static size_t count_scalar(const uint8_t *bytes, size_t length, uint8_t byte) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    count += bytes[i] == byte;
  }
  return count;
}

#if defined(__x86_64__)
TARGET_AVX512 static size_t count_avx512(const uint8_t *bytes, size_t length, uint8_t byte) {
  const __m512i pattern = _mm512_set1_epi8((char)byte);
  size_t count = 0, i = 0;
  for (; i + 256 <= length; i += 256) {
    for (size_t k = 0; k < 256; k += 64) {
      __m512i block = _mm512_loadu_si512(bytes + i + k);
      count += (size_t)__builtin_popcountll(_mm512_cmpeq_epi8_mask(block, pattern));
    }
  }
  return count + count_scalar(bytes + i, length - i, byte);
}

TARGET_AVX2 static size_t count_avx2(const uint8_t *bytes, size_t length, uint8_t byte) {
  size_t count = 0, i = 0;
  for (; i + 64 <= length; i += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + i));
    __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + i + 32));
    count += (size_t)__builtin_popcountll(mask_of_halves(low, high, byte));
  }
  return count + count_scalar(bytes + i, length - i, byte);
}
#endif

// NEON has no case of its own: the compiler turns the plain loop into vectors by itself, as it
// may not do on x86, where the code must run on machines without AVX2.
size_t byte_scan_count(
  byte_scan_kernel kernel, const uint8_t *bytes, size_t length, uint8_t byte) {
#if defined(__x86_64__)
  if (kernel == BYTE_SCAN_AVX512) {
    return count_avx512(bytes, length, byte);
  }
  if (kernel == BYTE_SCAN_AVX2) {
    return count_avx2(bytes, length, byte);
  }
#endif
  (void)kernel;
  return count_scalar(bytes, length, byte);
}
