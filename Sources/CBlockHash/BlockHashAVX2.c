#include "CBlockHash.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

// All that xxHash defines, for machines that have AVX2.
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define BLOCK_HASH_WIDE block_hash_avx2
#define XXH_VECTOR XXH_AVX2
#include "BlockHashWide.h"
#pragma clang attribute pop

#endif
