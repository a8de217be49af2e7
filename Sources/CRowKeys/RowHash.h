// Keyed hashes of short cells, to be inlined where rows are read.

#ifndef ROW_HASH_H
#define ROW_HASH_H

#include "CRowKeys.h"

#include <string.h>

#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NOT_INLINE static __attribute__((noinline))

// What a hash may read, however few the bytes are.
#define ROW_HASH_REACH 32
// Texts up to this length are taken at once.
#define ROW_HASH_SHORT 31

// A hash in one register: low and high.
typedef uint64_t halves __attribute__((vector_size(16)));

ALWAYS_INLINE row_hash hash_in(halves halves) {
  row_hash hash;
  memcpy(&hash, &halves, sizeof hash);
  return hash;
}

ALWAYS_INLINE halves halves_of(row_hash hash) { return (halves){hash.low, hash.high}; }

ALWAYS_INLINE uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

// The two halves of a product in one: where a factor is secret, it tells as little as that.
ALWAYS_INLINE uint64_t folded(uint64_t first, uint64_t second) {
  unsigned __int128 product = (unsigned __int128)first * second;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// Bytes beyond the reach of `hash_of_short`: sixteen at a time, each after the others, and the last
// sixteen once more.
NOT_INLINE halves hash_of_long(const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  uint64_t low = secrets[4], high = secrets[5];
  for (size_t i = 0; i + 16 < count; i += 16) {
    uint64_t first = word_at(bytes + i), second = word_at(bytes + i + 8);
    low = folded(first ^ secrets[0], second ^ low ^ secrets[1]);
    high = folded(first ^ secrets[2], second ^ high ^ secrets[3]);
  }
  uint64_t first = word_at(bytes + count - 16), second = word_at(bytes + count - 8);
  low = folded(first ^ secrets[4], second ^ low ^ secrets[5]);
  high = folded(first ^ secrets[6], second ^ high ^ secrets[7]);
  return (halves){low + count * secrets[18], high + count * secrets[19]};
}

// As many ones as bytes are wanted, and zeros: a window of 32 bytes that begins so many bytes
// before the zeros keeps as many of a text.
static const uint8_t row_hash_mask[64] = {
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// The hash of at most ROW_HASH_SHORT bytes, of which ROW_HASH_REACH can be read: whole words, with
// zeros in the place of what follows. Loads that depend on the number of bytes would have branches
// that nobody foresees, since words of two lengths alternate.
typedef halves (*short_hash)(const uint8_t *bytes, size_t count, const uint64_t *secrets);

ALWAYS_INLINE halves hash_of_short_plain(
  const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  const uint8_t *mask = row_hash_mask + ROW_HASH_REACH - count;
  uint64_t first = word_at(bytes) & word_at(mask);
  uint64_t second = word_at(bytes + 8) & word_at(mask + 8);
  uint64_t low = folded(first ^ secrets[0], second ^ secrets[1]) + count * secrets[18];
  uint64_t high = folded(first ^ secrets[2], second ^ secrets[3]) + count * secrets[19];
  if (count > 16) {
    uint64_t third = word_at(bytes + 16) & word_at(mask + 16);
    uint64_t fourth = word_at(bytes + 24) & word_at(mask + 24);
    low += folded(third ^ secrets[4], fourth ^ secrets[5]);
    high += folded(third ^ secrets[6], fourth ^ secrets[7]);
  }
  return (halves){low, high};
}

#if defined(__x86_64__)

#include <immintrin.h>

// The byte behind as many bytes, in such a window.
static const uint8_t row_hash_end[64] = {[ROW_HASH_REACH] = 255};

#define TARGET_AES __attribute__((target("vaes,aes,avx2,bmi,bmi2")))

// Both halves of a text in four rounds of AES, each with a key of its own: whatever two texts
// differ in, they meet for one in 2^113 of all keys at most (Keliher and Sui, 2007).
TARGET_AES ALWAYS_INLINE halves hash_of_short_aes(
  const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  const uint8_t *mask = row_hash_mask + ROW_HASH_REACH - count;
  const __m256i *keys = (const __m256i *)secrets;
  // All ones behind the bytes: it is what tells texts of other lengths apart.
  __m256i text = _mm256_or_si256(
    _mm256_and_si256(
      _mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)mask)),
    _mm256_loadu_si256((const __m256i *)(row_hash_end + ROW_HASH_REACH - count)));
  text = _mm256_xor_si256(text, _mm256_loadu_si256(keys));
  for (int i = 1; i < 5; i++) {
    text = _mm256_aesenc_epi128(text, _mm256_loadu_si256(keys + i));
  }
  __m128i hash = _mm_xor_si128(_mm256_castsi256_si128(text), _mm256_extracti128_si256(text, 1));
  return (halves)hash;
}

#endif

// The hash of any bytes, behind which ROW_HASH_REACH bytes can be read.
ALWAYS_INLINE halves hash_of(
  short_hash of_short, const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  if (__builtin_expect(count > ROW_HASH_SHORT, 0)) {
    return hash_of_long(bytes, count, secrets);
  }
  return of_short(bytes, count, secrets);
}

#endif
