#include "BlockMasks.h"
#include "CByteScan.h"

typedef block_masks (*masks_function)(const uint8_t *, block_bytes);

// The offset of the separator or line end behind a quoted field; 0 where the quoting is irregular,
// or the bytes do not tell.
static size_t end_of_quoted_field(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, size_t start) {
  size_t next = start + 1;
  while (next < length) {
    const uint8_t *quote = memchr(bytes + next, dialect->quote, length - next);
    if (!quote) {
      return 0;
    }
    size_t end = (size_t)(quote - bytes) + 1;
    if (end >= length) {
      return 0;
    }
    if (bytes[end] == dialect->quote) {
      next = end + 1;
      continue;
    }
    if (bytes[end] == dialect->separator || bytes[end] == dialect->line_end) {
      return end;
    }
    bool is_return = dialect->allows_carriage_return && bytes[end] == '\r' && end + 1 < length
      && bytes[end + 1] == dialect->line_end;
    return is_return ? end + 1 : 0;
  }
  return 0;
}

// The masks of a block that may end before its 64 bytes do.
ALWAYS_INLINE block_masks masks_of_rest(
  masks_function masks, const uint8_t *bytes, size_t count, block_bytes wanted) {
  if (count >= 64) {
    return masks(bytes, wanted);
  }
  uint8_t block[64] = {0};
  memcpy(block, bytes, count);
  block_masks found = masks(block, wanted);
  uint64_t valid = (1ull << count) - 1;
  found.separator &= valid;
  found.line_end &= valid;
  found.quote &= valid;
  return found;
}

typedef void (*ends_function)(uint64_t, uint32_t, uint32_t *);

// Writes the places of bits, from `offset` on.
ALWAYS_INLINE void put_ends_one_by_one(uint64_t ends, uint32_t offset, uint32_t *entries) {
  for (; ends; ends &= ends - 1) {
    *entries++ = offset + (uint32_t)__builtin_ctzll(ends);
  }
}

ALWAYS_INLINE size_t leading_fields(
  masks_function masks, ends_function put_ends, const byte_scan_dialect *dialect,
  const uint8_t *bytes, size_t length, uint32_t *entries, size_t wanted) {
  const block_bytes special = {
    .separator = dialect->separator, .line_end = dialect->line_end, .quote = dialect->quote};
  size_t count = 0;
  size_t start = 0;
  size_t offset = 0;
  while (offset < length) {
    block_masks found = masks_of_rest(masks, bytes + offset, length - offset, special);
    uint64_t quotes = dialect->has_quote ? found.quote : 0;
    uint64_t ends = found.separator | found.line_end;
    // What comes behind a quote is looked at when the quoted field is over.
    if (quotes) {
      ends &= (quotes & -quotes) - 1;
    }
    // The record's own end is the last one of it.
    uint64_t line_end = found.line_end & ends;
    ends &= line_end ^ (line_end - 1);
    put_ends(ends, (uint32_t)offset, entries + count);
    count += (size_t)__builtin_popcountll(ends);
    if (line_end) {
      entries[count - 1] |= BYTE_SCAN_RECORD_END;
    }
    if (line_end || count >= wanted) {
      return count < wanted ? count : wanted;
    }
    if (ends) {
      start = offset + 64 - (size_t)__builtin_clzll(ends);
    }
    if (!quotes) {
      offset += 64;
      continue;
    }
    if (offset + (size_t)__builtin_ctzll(quotes) != start) {
      return 0;
    }
    size_t end = end_of_quoted_field(dialect, bytes, length, start);
    if (end == 0) {
      return 0;
    }
    bool is_last = bytes[end] == dialect->line_end;
    entries[count++] = (uint32_t)end | (is_last ? BYTE_SCAN_RECORD_END : 0);
    if (is_last || count == wanted) {
      return count;
    }
    start = end + 1;
    offset = start;
  }
  return 0;
}

#if defined(__x86_64__)
TARGET_AVX2 static size_t leading_fields_avx2(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_avx2, put_ends_one_by_one, dialect, bytes, length, entries, wanted);
}

// Sixteen at a time, so that it takes as long whatever their number, which nearly always is less: a
// loop over the bits ends where no processor expects it.
TARGET_AVX512 ALWAYS_INLINE void put_ends_avx512(
  uint64_t ends, uint32_t offset, uint32_t *entries) {
  const __m512i places = _mm512_set_epi8(
    63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40,
    39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
    15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  __m128i first = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(ends, places));
  _mm512_storeu_si512(
    entries,
    _mm512_add_epi32(_mm512_cvtepu8_epi32(first), _mm512_set1_epi32((int)offset)));
  if (__builtin_popcountll(ends) > 16) {
    put_ends_one_by_one(ends, offset, entries);
  }
}

TARGET_AVX512 static size_t leading_fields_avx512(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_avx512, put_ends_avx512, dialect, bytes, length, entries, wanted);
}
#elif defined(__aarch64__)
static size_t leading_fields_neon(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_neon, put_ends_one_by_one, dialect, bytes, length, entries, wanted);
}
#endif

static size_t leading_fields_scalar(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_scalar, put_ends_one_by_one, dialect, bytes, length, entries, wanted);
}

size_t byte_scan_leading_fields(
  byte_scan_kernel kernel, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length,
  uint32_t *entries, size_t wanted) {
#if defined(__x86_64__)
  if (kernel == BYTE_SCAN_AVX512) {
    return leading_fields_avx512(dialect, bytes, length, entries, wanted);
  }
  if (kernel == BYTE_SCAN_AVX2) {
    return leading_fields_avx2(dialect, bytes, length, entries, wanted);
  }
#elif defined(__aarch64__)
  if (kernel == BYTE_SCAN_NEON) {
    return leading_fields_neon(dialect, bytes, length, entries, wanted);
  }
#endif
  (void)kernel;
  return leading_fields_scalar(dialect, bytes, length, entries, wanted);
}
