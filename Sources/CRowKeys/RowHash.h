// Keyed hashes of short cells, to be inlined where rows are read.

#ifndef ROW_HASH_H
#define ROW_HASH_H

#include "CRowKeys.h"

#include <string.h>

#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NOT_INLINE static __attribute__((noinline))

// What a hash of up to this many bytes may read, whatever their number.
#define ROW_HASH_REACH 32

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
NOT_INLINE row_hash hash_of_long(const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  row_hash hash = {secrets[4], secrets[5]};
  for (size_t i = 0; i + 16 < count; i += 16) {
    uint64_t first = word_at(bytes + i), second = word_at(bytes + i + 8);
    hash.low = folded(first ^ secrets[0], second ^ hash.low ^ secrets[1]);
    hash.high = folded(first ^ secrets[2], second ^ hash.high ^ secrets[3]);
  }
  uint64_t first = word_at(bytes + count - 16), second = word_at(bytes + count - 8);
  hash.low = folded(first ^ secrets[4], second ^ hash.low ^ secrets[5]);
  hash.high = folded(first ^ secrets[6], second ^ hash.high ^ secrets[7]);
  hash.low += count * secrets[8];
  hash.high += count * secrets[9];
  return hash;
}

// As many ones as bytes are wanted, and zeros: a window of 32 bytes that begins so many bytes
// before the zeros keeps as many of a text.
static const uint8_t row_hash_mask[64] = {
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// The hash of at most ROW_HASH_REACH bytes, of which as many can be read: whole words, with zeros
// in the place of what follows. Loads that depend on the number of bytes would have branches that
// nobody foresees, since words of two lengths alternate.
ALWAYS_INLINE row_hash hash_of_short(
  const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  const uint8_t *mask = row_hash_mask + ROW_HASH_REACH - count;
  uint64_t first = word_at(bytes) & word_at(mask);
  uint64_t second = word_at(bytes + 8) & word_at(mask + 8);
  row_hash hash = {
    folded(first ^ secrets[0], second ^ secrets[1]) + count * secrets[8],
    folded(first ^ secrets[2], second ^ secrets[3]) + count * secrets[9]};
  if (count > 16) {
    uint64_t third = word_at(bytes + 16) & word_at(mask + 16);
    uint64_t fourth = word_at(bytes + 24) & word_at(mask + 24);
    hash.low += folded(third ^ secrets[4], fourth ^ secrets[5]);
    hash.high += folded(third ^ secrets[6], fourth ^ secrets[7]);
  }
  return hash;
}

// The hash of any bytes, behind which ROW_HASH_REACH bytes can be read.
ALWAYS_INLINE row_hash hash_of(const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  if (__builtin_expect(count > ROW_HASH_REACH, 0)) {
    return hash_of_long(bytes, count, secrets);
  }
  return hash_of_short(bytes, count, secrets);
}

// The hash of any bytes, of which nothing behind is read.
NOT_INLINE row_hash hash_with_care(const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  if (count > ROW_HASH_REACH) {
    return hash_of_long(bytes, count, secrets);
  }
  uint8_t copy[ROW_HASH_REACH] = {0};
  if (count > 0) {
    memcpy(copy, bytes, count);
  }
  return hash_of_short(copy, count, secrets);
}

#endif
