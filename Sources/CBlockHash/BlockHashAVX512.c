#include "CBlockHash.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

// All that xxHash defines, for machines that have AVX512.
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#define BLOCK_HASH_WIDE block_hash_avx512
#define XXH_VECTOR XXH_AVX512
#include "BlockHashWide.h"
#pragma clang attribute pop

#endif
