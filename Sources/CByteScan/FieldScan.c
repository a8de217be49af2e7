#include "BlockMasks.h"
#include "CByteScan.h"

typedef block_masks (*masks_function)(const uint8_t *, block_bytes);
typedef uint64_t (*prefix_xor_function)(uint64_t);
typedef size_t (*entries_function)(uint32_t *, uint64_t, uint64_t, uint32_t);

ALWAYS_INLINE uint32_t entry_of_lowest_bit(uint64_t ends, uint64_t line_ends, uint32_t offset) {
  uint32_t bit = ends ? (uint32_t)__builtin_ctzll(ends) : 64;
  return (offset + bit) | (uint32_t)(line_ends >> (bit & 63)) << 31;
}

// Writes one entry for each bit of `ends`, and rubbish after them: always four at least and then
// in fours, since a branch that is foreseen costs less than exact work.
ALWAYS_INLINE size_t write_entries(
  uint32_t *entries, uint64_t ends, uint64_t line_ends, uint32_t offset) {
  size_t count = (size_t)__builtin_popcountll(ends);
  size_t written = 0;
  do {
    entries[written] = entry_of_lowest_bit(ends, line_ends, offset);
    ends &= ends - 1;
    entries[written + 1] = entry_of_lowest_bit(ends, line_ends, offset);
    ends &= ends - 1;
    entries[written + 2] = entry_of_lowest_bit(ends, line_ends, offset);
    ends &= ends - 1;
    entries[written + 3] = entry_of_lowest_bit(ends, line_ends, offset);
    ends &= ends - 1;
    written += 4;
  } while (written < count);
  return count;
}

#if defined(__x86_64__)
// The same, sixteen at a time and without a loop for nearly all blocks: the places of the bits are
// the numbers 0 to 63 without those whose bit is not set.
TARGET_AVX512 ALWAYS_INLINE size_t write_entries_avx512(
  uint32_t *entries, uint64_t ends, uint64_t line_ends, uint32_t offset) {
  static const uint8_t numbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  size_t count = (size_t)__builtin_popcountll(ends);
  __m512i places = _mm512_maskz_compress_epi8(ends, _mm512_loadu_si512(numbers));
  uint64_t records = _pext_u64(line_ends, ends);
  size_t written = 0;
  do {
    __m512i sixteen = _mm512_add_epi32(
      _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places)), _mm512_set1_epi32((int)offset));
    sixteen = _mm512_mask_or_epi32(
      sixteen, (__mmask16)records, sixteen, _mm512_set1_epi32((int)BYTE_SCAN_RECORD_END));
    _mm512_storeu_si512(entries + written, sixteen);
    places = _mm512_alignr_epi32(_mm512_setzero_si512(), places, 4);
    records >>= 16;
    written += 16;
  } while (written < count);
  return count;
}
#endif

// What is known of a block: masks.
typedef struct {
  // In quotes or not; `boundary` has separators too.
  uint64_t line_ends, boundary;
  uint64_t inside_quotes, within_field, closing;
  // The bytes behind a closing quote.
  uint64_t after_quote;
  // The bytes at which the quoting is irregular, where a CR behind a closing quote is too.
  uint64_t irregular;
} block_view;

ALWAYS_INLINE block_view view_block(
  masks_function masks_of, prefix_xor_function prefix_xor, const byte_scan_dialect *dialect,
  uint64_t quotes_count, const uint8_t *block, const byte_scan_state *before) {
  const block_bytes wanted = {dialect->separator, dialect->line_end, dialect->quote};
  block_masks found = masks_of(block, wanted);
  block_view view;
  uint64_t quote = found.quote & quotes_count;
  view.line_ends = found.line_end;
  view.boundary = found.separator | found.line_end;
  view.inside_quotes = prefix_xor(quote) ^ before->inside_quotes;
  view.within_field = ~(view.boundary | quote);
  view.closing = quote & ~view.inside_quotes;
  view.after_quote = view.closing << 1 | before->after_quote;
  // An opening quote stands after a boundary or doubles a closing one. A closing quote stands
  // before a boundary, a CR that a line end follows, or the quote that doubles it.
  uint64_t opening = quote & view.inside_quotes;
  view.irregular = (opening & (view.within_field << 1 | before->within_field))
    | (view.after_quote & view.within_field);
  return view;
}

// Takes a block into the state but for `offset` and `entry_count`; `returns` are the CRs that stand
// behind closing quotes.
ALWAYS_INLINE void take_block(const block_view *view, uint64_t returns, byte_scan_state *now) {
  now->inside_quotes = (uint64_t)((int64_t)view->inside_quotes >> 63);
  now->within_field = view->within_field >> 63;
  now->after_quote = view->closing >> 63;
  now->after_quote_return = returns >> 63;
}

ALWAYS_INLINE size_t least(size_t first, size_t second) { return first < second ? first : second; }

// The scan itself, once for all kernels: the functions are constants wherever it is inlined.
ALWAYS_INLINE byte_scan_outcome scan_fields(
  masks_function masks_of, prefix_xor_function prefix_xor, entries_function write,
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  const byte_scan_dialect special = *dialect;
  const uint64_t quotes_count = special.has_quote ? ~0ull : 0;
  byte_scan_state now = *state;
  while (now.offset < length) {
    if (capacity < now.entry_count + BYTE_SCAN_SLACK) {
      *state = now;
      return BYTE_SCAN_FULL;
    }
    // As many whole blocks as there is room for in any case, until one is not what most are.
    size_t blocks = least(
      (length - now.offset) / 64, (capacity - now.entry_count - BYTE_SCAN_SLACK) / 64 + 1);
    const uint8_t *end = bytes + now.offset + 64 * blocks, *block = bytes + now.offset;
    uint32_t *next = entries + now.entry_count;
    for (; block != end; block += 64) {
      block_view view = view_block(masks_of, prefix_xor, &special, quotes_count, block, &now);
      if (__builtin_expect((view.irregular | now.after_quote_return) != 0, 0)) {
        break;
      }
      next += write(
        next, view.boundary & ~view.inside_quotes, view.line_ends, (uint32_t)(block - bytes));
      take_block(&view, 0, &now);
    }
    now.offset = (size_t)(block - bytes);
    now.entry_count = (size_t)(next - entries);
    if (block == end && blocks > 0) {
      continue;
    }

    // One block with care: the last one, filled up with separators that do not count, or one of
    // those that most files do not have, with a CR behind a closing quote or an irregular quote.
    size_t left = least(length - now.offset, 64);
    uint8_t copy[64];
    memset(copy, special.separator, sizeof copy);
    memcpy(copy, block, left);
    uint64_t valid = left == 64 ? ~0ull : (1ull << left) - 1;
    block_view view = view_block(masks_of, prefix_xor, &special, quotes_count, copy, &now);
    uint64_t returns = 0;
    if (special.allows_carriage_return) {
      returns = view.after_quote & masks_of(copy, (block_bytes){'\r', '\r', '\r'}).line_end;
    }
    uint64_t after_return = returns << 1 | now.after_quote_return;
    uint64_t irregular =
      ((view.irregular & ~returns) | (after_return & ~view.line_ends)) & valid;
    uint64_t ends = view.boundary & ~view.inside_quotes & valid;
    if (irregular != 0) {
      ends &= (irregular & -irregular) - 1;
      left = (size_t)__builtin_ctzll(irregular);
    } else {
      take_block(&view, returns, &now);
    }
    now.entry_count += write(
      entries + now.entry_count, ends, view.line_ends, (uint32_t)now.offset);
    now.offset += left;
    if (irregular != 0) {
      *state = now;
      return BYTE_SCAN_IRREGULAR;
    }
  }
  *state = now;
  return BYTE_SCAN_DONE;
}

static byte_scan_outcome scan_fields_scalar(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_scalar, prefix_xor_scalar, write_entries, dialect, bytes, length, state, entries,
    capacity);
}

#if defined(__x86_64__)
TARGET_AVX2 static byte_scan_outcome scan_fields_avx2(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_avx2, prefix_xor_avx2, write_entries, dialect, bytes, length, state, entries, capacity);
}

TARGET_AVX512 static byte_scan_outcome scan_fields_avx512(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_avx512, prefix_xor_avx512, write_entries_avx512, dialect, bytes, length, state, entries,
    capacity);
}
#elif defined(__aarch64__)
static byte_scan_outcome scan_fields_neon(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_neon, prefix_xor_neon, write_entries, dialect, bytes, length, state, entries, capacity);
}
#endif

byte_scan_outcome byte_scan_fields(
  byte_scan_kernel kernel, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length,
  byte_scan_state *state, uint32_t *entries, size_t capacity) {
#if defined(__x86_64__)
  if (kernel == BYTE_SCAN_AVX512) {
    return scan_fields_avx512(dialect, bytes, length, state, entries, capacity);
  }
  if (kernel == BYTE_SCAN_AVX2) {
    return scan_fields_avx2(dialect, bytes, length, state, entries, capacity);
  }
#elif defined(__aarch64__)
  if (kernel == BYTE_SCAN_NEON) {
    return scan_fields_neon(dialect, bytes, length, state, entries, capacity);
  }
#endif
  (void)kernel;
  return scan_fields_scalar(dialect, bytes, length, state, entries, capacity);
}

bool byte_scan_has_kernel(byte_scan_kernel kernel) {
  switch (kernel) {
  case BYTE_SCAN_SCALAR:
    return true;
  case BYTE_SCAN_AVX2:
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")
      && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
      && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("lzcnt");
#else
    return false;
#endif
  case BYTE_SCAN_AVX512:
#if defined(__x86_64__)
    return byte_scan_has_kernel(BYTE_SCAN_AVX2) && __builtin_cpu_supports("avx512f")
      && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2");
#else
    return false;
#endif
  case BYTE_SCAN_NEON:
#if defined(__aarch64__)
    return true;
#else
    return false;
#endif
  }
  return false;
}

byte_scan_kernel byte_scan_best_kernel(void) {
  if (byte_scan_has_kernel(BYTE_SCAN_NEON)) {
    return BYTE_SCAN_NEON;
  }
  if (byte_scan_has_kernel(BYTE_SCAN_AVX512)) {
    return BYTE_SCAN_AVX512;
  }
  return byte_scan_has_kernel(BYTE_SCAN_AVX2) ? BYTE_SCAN_AVX2 : BYTE_SCAN_SCALAR;
}
