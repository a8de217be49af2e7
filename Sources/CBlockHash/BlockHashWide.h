// The body of a file for wider registers than every machine has. The file defines BLOCK_HASH_WIDE as
// its function's name and XXH_VECTOR as the registers, and lets all functions use them.

#define XXH_INLINE_ALL
#include <xxhash.h>

block_hash BLOCK_HASH_WIDE(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  return (block_hash){hash.high64, hash.low64};
}
