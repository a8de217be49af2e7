/* xxHash with all functions inline: a call a cell through the dynamic linker would cost more than
   the hash. Inlining renames its functions by macros, which Swift cannot see: hence the wrappers. */
#define XXH_INLINE_ALL
#include <xxhash.h>

typedef struct {
  unsigned long long high;
  unsigned long long low;
} xxhash_128;

static inline unsigned long long xxhash_64_of(
    const void *bytes, size_t count, unsigned long long seed) {
  return XXH3_64bits_withSeed(bytes, count, seed);
}

static inline xxhash_128 xxhash_128_of(
    const void *bytes, size_t count, unsigned long long seed) {
  XXH128_hash_t hash = XXH3_128bits_withSeed(bytes, count, seed);
  xxhash_128 result = {hash.high64, hash.low64};
  return result;
}
