// XXH3 of long texts with the widest registers that the machine has.
//
// The header of xxHash makes one choice when it is compiled, which has to be the least of all
// machines; its own choice at run time is in no library of several distributions. The result is
// the same for every width.

#ifndef CBLOCKHASH_H
#define CBLOCKHASH_H

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

#if defined(__x86_64__)
block_hash block_hash_avx2(const void *bytes, size_t length);
block_hash block_hash_avx512(const void *bytes, size_t length);
#endif

#endif
