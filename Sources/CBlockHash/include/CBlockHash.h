// XXH3 of long texts with the widest registers that the machine has.
//
// The header of xxHash makes one choice when it is compiled, which has to be the least of all
// machines; its own choice at run time is in no library of several distributions. The result is
// the same for every width.

#ifndef CBLOCKHASH_H
#define CBLOCKHASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t high;
  uint64_t low;
} block_hash;

// XXH3, 128 bits, without a seed.
block_hash block_hash_of(const void *bytes, size_t length);

// The same by the registers that every machine has.
block_hash block_hash_plain(const void *bytes, size_t length);

// A hash, and how often a byte is in the text.
typedef struct {
  block_hash hash;
  size_t count;
} block_hash_count;

// Whether this machine has registers that do both in less time than one after the other takes.
bool block_hash_can_count(void);

// Both at once; only where `block_hash_can_count`.
block_hash_count block_hash_counting(const void *bytes, size_t length, uint8_t byte);

#if defined(__x86_64__)
block_hash block_hash_avx2(const void *bytes, size_t length);
block_hash block_hash_avx512(const void *bytes, size_t length);
block_hash_count block_hash_counting_avx512(const void *bytes, size_t length, uint8_t byte);
#endif

#endif
