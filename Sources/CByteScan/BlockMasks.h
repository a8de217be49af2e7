// One block of 64 bytes as bit masks, for each set of instructions. Bit i stands for byte i.

#ifndef BLOCK_MASKS_H
#define BLOCK_MASKS_H

#include <stdint.h>
#include <string.h>

#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NOT_INLINE static __attribute__((noinline))

// The three bytes that are looked for, and the masks of where they are.
typedef struct {
  uint8_t separator, line_end, quote;
} block_bytes;

typedef struct {
  uint64_t separator, line_end, quote;
} block_masks;

// Scalar: eight bytes in a word.

ALWAYS_INLINE uint64_t mask_of_word(uint64_t word, uint64_t pattern) {
  const uint64_t low7 = 0x7F7F7F7F7F7F7F7Full;
  uint64_t difference = word ^ pattern;
  // The high bit of each byte that is zero, exactly: no borrow runs into the next byte.
  uint64_t equal = ~(((difference & low7) + low7) | difference | low7);
  // Gathers the eight high bits into one byte, lowest byte first.
  return ((equal >> 7) * 0x0102040810204080ull) >> 56;
}

ALWAYS_INLINE block_masks masks_scalar(const uint8_t *block, block_bytes wanted) {
  const uint64_t ones = 0x0101010101010101ull;
  block_masks masks = {0, 0, 0};
  for (int i = 0; i < 8; i++) {
    uint64_t word;
    memcpy(&word, block + 8 * i, 8);
    masks.separator |= mask_of_word(word, ones * wanted.separator) << (8 * i);
    masks.line_end |= mask_of_word(word, ones * wanted.line_end) << (8 * i);
    masks.quote |= mask_of_word(word, ones * wanted.quote) << (8 * i);
  }
  return masks;
}

ALWAYS_INLINE uint64_t prefix_xor_scalar(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET_AVX2 __attribute__((target("avx2,pclmul,bmi,bmi2,popcnt,lzcnt")))

TARGET_AVX2 ALWAYS_INLINE uint64_t mask_of_halves(__m256i low, __m256i high, uint8_t byte) {
  __m256i pattern = _mm256_set1_epi8((char)byte);
  uint32_t low_bits = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint32_t high_bits = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  return (uint64_t)high_bits << 32 | low_bits;
}

TARGET_AVX2 ALWAYS_INLINE block_masks masks_avx2(const uint8_t *block, block_bytes wanted) {
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  return (block_masks){
    .separator = mask_of_halves(low, high, wanted.separator),
    .line_end = mask_of_halves(low, high, wanted.line_end),
    .quote = mask_of_halves(low, high, wanted.quote),
  };
}

// A product without carries by all ones is the running parity of the bits.
TARGET_AVX2 ALWAYS_INLINE uint64_t prefix_xor_avx2(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(
    _mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

#define TARGET_AVX512 \
  __attribute__((target( \
    "avx512f,avx512bw,avx512dq,avx512vbmi2,vpclmulqdq,avx2,pclmul,bmi,bmi2,popcnt,lzcnt")))

TARGET_AVX512 ALWAYS_INLINE block_masks masks_avx512(const uint8_t *block, block_bytes wanted) {
  __m512i all = _mm512_loadu_si512(block);
  return (block_masks){
    .separator = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)wanted.separator)),
    .line_end = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)wanted.line_end)),
    .quote = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)wanted.quote)),
  };
}

TARGET_AVX512 ALWAYS_INLINE uint64_t prefix_xor_avx512(uint64_t bits) {
  return prefix_xor_avx2(bits);
}

#elif defined(__aarch64__)

#include <arm_neon.h>

ALWAYS_INLINE uint64_t mask_of_quarters(
  uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d, uint8_t byte) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t pattern = vdupq_n_u8(byte);
  uint8x16_t ab = vpaddq_u8(
    vandq_u8(vceqq_u8(a, pattern), weights), vandq_u8(vceqq_u8(b, pattern), weights));
  uint8x16_t cd = vpaddq_u8(
    vandq_u8(vceqq_u8(c, pattern), weights), vandq_u8(vceqq_u8(d, pattern), weights));
  uint8x16_t sum = vpaddq_u8(ab, cd);
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

ALWAYS_INLINE block_masks masks_neon(const uint8_t *block, block_bytes wanted) {
  uint8x16_t a = vld1q_u8(block);
  uint8x16_t b = vld1q_u8(block + 16);
  uint8x16_t c = vld1q_u8(block + 32);
  uint8x16_t d = vld1q_u8(block + 48);
  return (block_masks){
    .separator = mask_of_quarters(a, b, c, d, wanted.separator),
    .line_end = mask_of_quarters(a, b, c, d, wanted.line_end),
    .quote = mask_of_quarters(a, b, c, d, wanted.quote),
  };
}

ALWAYS_INLINE uint64_t prefix_xor_neon(uint64_t bits) {
#if defined(__ARM_FEATURE_AES)
  return (uint64_t)vmull_p64((poly64_t)bits, (poly64_t)~0ull);
#else
  return prefix_xor_scalar(bits);
#endif
}

#endif

#endif
