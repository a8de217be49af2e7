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
