#include "CBlockHash.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

// All that xxHash defines, for machines that have AVX512.
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#define XXH_INLINE_ALL
#define XXH_VECTOR XXH_AVX512
#include <xxhash.h>

block_hash block_hash_avx512(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  return (block_hash){hash.high64, hash.low64};
}
#pragma clang attribute pop

#endif
