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

// What a block's quotes leave of its separators and line ends.
typedef struct {
  // Those outside of quotes.
  uint64_t ends;
  uint64_t line_ends;
  // The bytes at which the quoting is irregular.
  uint64_t irregular;
} block_ends;

// Takes one block into the state, of which `offset` and `entry_count` are left as they are; `valid`
// are the bytes that it has.
ALWAYS_INLINE block_ends take_block(
  masks_function masks_of, prefix_xor_function prefix_xor, const byte_scan_dialect *dialect,
  const uint8_t *block, uint64_t valid, byte_scan_state *now) {
  const block_bytes wanted = {dialect->separator, dialect->line_end, dialect->quote};
  const uint64_t quotes_count = dialect->has_quote ? ~0ull : 0;
  block_masks found = masks_of(block, wanted);
  uint64_t quote = found.quote & quotes_count & valid;
  uint64_t boundary = (found.separator | found.line_end) & valid;
  uint64_t inside = prefix_xor(quote) ^ now->inside_quotes;
  uint64_t opening = quote & inside;
  uint64_t closing = quote & ~inside;
  uint64_t within_field = ~(boundary | quote);
  uint64_t after_quote = closing << 1 | now->after_quote;

  // An opening quote stands after a boundary or doubles a closing one. A closing quote stands
  // before a boundary, a CR that a line end follows, or the quote that doubles it.
  uint64_t irregular = (opening & (within_field << 1 | now->within_field))
    | (after_quote & within_field);
  uint64_t returns = 0;
  // Most files have no CR, so that it is looked for only where it could be what is wrong.
  if (__builtin_expect((irregular | now->after_quote_return) != 0, 0)) {
    if (dialect->allows_carriage_return) {
      returns = after_quote & masks_of(block, (block_bytes){'\r', '\r', '\r'}).line_end;
    }
    uint64_t after_return = returns << 1 | now->after_quote_return;
    irregular = ((irregular & ~returns) | (after_return & ~found.line_end)) & valid;
  }
  now->inside_quotes = (uint64_t)((int64_t)inside >> 63);
  now->within_field = within_field >> 63;
  now->after_quote = closing >> 63;
  now->after_quote_return = returns >> 63;
  return (block_ends){boundary & ~inside, found.line_end, irregular};
}

// The scan itself, once for all kernels: the functions are constants wherever it is inlined.
ALWAYS_INLINE byte_scan_outcome scan_fields(
  masks_function masks_of, prefix_xor_function prefix_xor, entries_function write,
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  const byte_scan_dialect special = *dialect;
  byte_scan_state now = *state;
  while (now.offset < length) {
    if (capacity < now.entry_count + BYTE_SCAN_SLACK) {
      *state = now;
      return BYTE_SCAN_FULL;
    }
    const uint8_t *block = bytes + now.offset;
    size_t left = length - now.offset;
    block_ends found;
    if (__builtin_expect(left >= 64, 1)) {
      found = take_block(masks_of, prefix_xor, &special, block, ~0ull, &now);
    } else {
      uint8_t last[64] = {0};
      memcpy(last, block, left);
      found = take_block(masks_of, prefix_xor, &special, last, (1ull << left) - 1, &now);
    }
    if (__builtin_expect(found.irregular != 0, 0)) {
      found.ends &= (found.irregular & -found.irregular) - 1;
      state->entry_count = now.entry_count + write(
        entries + now.entry_count, found.ends, found.line_ends, (uint32_t)now.offset);
      state->offset = now.offset + (size_t)__builtin_ctzll(found.irregular);
      return BYTE_SCAN_IRREGULAR;
    }
    now.entry_count += write(
      entries + now.entry_count, found.ends, found.line_ends, (uint32_t)now.offset);
    now.offset += left < 64 ? left : 64;
  }
  *state = now;
  return BYTE_SCAN_DONE;
}

static byte_scan_outcome scan_fields_scalar(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_scalar, prefix_xor_scalar, write_entries, dialect, bytes, length, state, entries, capacity);
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
