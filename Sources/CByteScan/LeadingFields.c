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

ALWAYS_INLINE size_t leading_fields(
  masks_function masks, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length,
  uint32_t *entries, size_t wanted) {
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
    while (ends) {
      uint32_t bit = (uint32_t)__builtin_ctzll(ends);
      bool is_last = found.line_end >> bit & 1;
      entries[count++] = (uint32_t)(offset + bit) | (is_last ? BYTE_SCAN_RECORD_END : 0);
      if (is_last || count == wanted) {
        return count;
      }
      start = offset + bit + 1;
      ends &= ends - 1;
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
  return leading_fields(masks_avx2, dialect, bytes, length, entries, wanted);
}

TARGET_AVX512 static size_t leading_fields_avx512(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_avx512, dialect, bytes, length, entries, wanted);
}
#elif defined(__aarch64__)
static size_t leading_fields_neon(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_neon, dialect, bytes, length, entries, wanted);
}
#endif

static size_t leading_fields_scalar(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, uint32_t *entries,
  size_t wanted) {
  return leading_fields(masks_scalar, dialect, bytes, length, entries, wanted);
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
