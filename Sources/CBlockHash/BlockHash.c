#include "CBlockHash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

block_hash block_hash_plain(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  return (block_hash){hash.high64, hash.low64};
}

block_hash block_hash_of(const void *bytes, size_t length) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) {
    return block_hash_avx512(bytes, length);
  }
  if (__builtin_cpu_supports("avx2")) {
    return block_hash_avx2(bytes, length);
  }
#endif
  return block_hash_plain(bytes, length);
}

bool block_hash_can_count(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
    && __builtin_cpu_supports("popcnt");
#else
  return false;
#endif
}

block_hash_count block_hash_counting(const void *bytes, size_t length, uint8_t byte) {
#if defined(__x86_64__)
  return block_hash_counting_avx512(bytes, length, byte);
#else
  (void)byte;
  return (block_hash_count){block_hash_of(bytes, length), 0};
#endif
}
