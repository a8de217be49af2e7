#include "CBlockHash.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

// All that xxHash defines, for machines that have AVX512.
#define TARGET_COUNTING "avx512f,avx512bw,popcnt"
#pragma clang attribute push(__attribute__((target(TARGET_COUNTING))), apply_to = function)

#define XXH_VECTOR XXH_AVX512
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { STRIPE = 64, STRIPES = 16, BLOCK = STRIPE * STRIPES };

// What a stripe adds to the sums. The library adds its two parts one after the other, which keeps the
// processor waiting for the sums twice a stripe, and that is all that XXH3 waits for.
static inline __attribute__((always_inline)) __m512i addend_of(
  __m512i text, const uint8_t *secret) {
  __m512i keyed = _mm512_xor_si512(text, _mm512_loadu_si512(secret));
  __m512i product = _mm512_mul_epu32(keyed, _mm512_srli_epi64(keyed, 32));
  return _mm512_add_epi64(product, _mm512_shuffle_epi32(text, _MM_PERM_BADC));
}

static inline __attribute__((always_inline)) __m512i scrambled(__m512i sums) {
  const __m512i prime = _mm512_set1_epi64((long long)XXH_PRIME32_1);
  const __m512i secret =
    _mm512_loadu_si512(XXH3_kSecret + XXH_SECRET_DEFAULT_SIZE - STRIPE);
  sums = _mm512_ternarylogic_epi64(sums, _mm512_srli_epi64(sums, 47), secret, 0x96);
  __m512i high = _mm512_mul_epu32(_mm512_srli_epi64(sums, 32), prime);
  return _mm512_add_epi64(_mm512_mul_epu32(sums, prime), _mm512_slli_epi64(high, 32));
}

// XXH3 of more than 240 bytes as its specification has it: stripes of 64 bytes in blocks of sixteen,
// and the last 64 bytes once more.
block_hash_count block_hash_counting_avx512(const void *text, size_t length, uint8_t byte) {
  if (length <= BLOCK) {
    const uint8_t *bytes = text;
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
      count += bytes[i] == byte;
    }
    return (block_hash_count){block_hash_avx512(text, length), count};
  }
  const uint8_t *bytes = text, *last = bytes + length - 1;
  const __m512i pattern = _mm512_set1_epi8((char)byte);
  XXH_ALIGN(64) xxh_u64 acc[XXH_ACC_NB] = XXH3_INIT_ACC;
  __m512i sums = _mm512_load_si512(acc);
  size_t count = 0;
  while ((size_t)(last - bytes) >= BLOCK) {
#pragma clang loop unroll(full)
    for (size_t i = 0; i < STRIPES; i++, bytes += STRIPE) {
      __m512i stripe = _mm512_loadu_si512(bytes);
      sums = _mm512_add_epi64(sums, addend_of(stripe, XXH3_kSecret + 8 * i));
      count += (size_t)__builtin_popcountll(_mm512_cmpeq_epi8_mask(stripe, pattern));
    }
    sums = scrambled(sums);
  }
  for (size_t i = 0; (size_t)(last - bytes) >= STRIPE; i++, bytes += STRIPE) {
    __m512i stripe = _mm512_loadu_si512(bytes);
    sums = _mm512_add_epi64(sums, addend_of(stripe, XXH3_kSecret + 8 * i));
    count += (size_t)__builtin_popcountll(_mm512_cmpeq_epi8_mask(stripe, pattern));
  }
  for (const uint8_t *rest = bytes; rest <= last; rest++) {
    count += *rest == byte;
  }
  const uint8_t *secret =
    XXH3_kSecret + XXH_SECRET_DEFAULT_SIZE - STRIPE - XXH_SECRET_LASTACC_START;
  sums = _mm512_add_epi64(sums, addend_of(_mm512_loadu_si512(last + 1 - STRIPE), secret));
  _mm512_store_si512(acc, sums);
  const uint8_t *first = XXH3_kSecret + XXH_SECRET_MERGEACCS_START;
  const uint8_t *second =
    XXH3_kSecret + XXH_SECRET_DEFAULT_SIZE - STRIPE - XXH_SECRET_MERGEACCS_START;
  uint64_t low = XXH3_mergeAccs(acc, first, (uint64_t)length * XXH_PRIME64_1);
  uint64_t high = XXH3_mergeAccs(acc, second, ~((uint64_t)length * XXH_PRIME64_2));
  return (block_hash_count){{high, low}, count};
}

#pragma clang attribute pop

#endif
