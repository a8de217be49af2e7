#include "FieldScan.h"

#if defined(__x86_64__)

// MARK: One block

// The numbers of a block's bytes.
static const uint8_t byte_places[64] = {
  0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
  22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
  44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

// Sixteen entries of the first bytes of `found`, which are places with the highest bit set where a
// line ends, in a block that begins at `start`.
TARGET_AVX512 ALWAYS_INLINE __m512i entries_of(__m512i found, __m512i kept, __m512i start) {
  __m512i wide = _mm512_cvtepi8_epi32(_mm512_castsi512_si128(found));
  return _mm512_add_epi32(_mm512_and_si512(wide, kept), start);
}

// The same, sixteen at a time and without a loop for nearly all blocks: the places of the bits are
// the numbers 0 to 63 without those whose bit is not set.
TARGET_AVX512 ALWAYS_INLINE size_t write_entries_avx512(
  uint32_t *entries, uint64_t ends, uint64_t line_ends, uint32_t offset) {
  size_t count = (size_t)__builtin_popcountll(ends);
  __m512i places = _mm512_loadu_si512(byte_places);
  __m512i found = _mm512_maskz_compress_epi8(
    ends,
    _mm512_mask_blend_epi8(
      line_ends, places, _mm512_or_si512(places, _mm512_set1_epi8((char)0x80))));
  const __m512i kept = _mm512_set1_epi32((int)(BYTE_SCAN_RECORD_END | 0x3F));
  const __m512i start = _mm512_set1_epi32((int)offset);
  size_t written = 0;
  do {
    _mm512_storeu_si512(entries + written, entries_of(found, kept, start));
    found = _mm512_alignr_epi32(_mm512_setzero_si512(), found, 4);
    written += 16;
  } while (written < count);
  return count;
}

// MARK: Many blocks

// Blocks that are looked at in one go, and of which eight are one register of masks.
#define WIDE_BLOCKS 64

// The masks of some blocks; the separators become the ends of fields.
typedef struct {
  _Alignas(64) uint64_t separators[WIDE_BLOCKS], line_ends[WIDE_BLOCKS], quotes[WIDE_BLOCKS];
} wide_masks;

// Finds the masks of blocks; not zero where not all their bytes are ASCII.
TARGET_AVX512 ALWAYS_INLINE uint64_t find_masks(
  wide_masks *masks, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t blocks) {
  const block_bytes wanted = {dialect->separator, dialect->line_end, dialect->quote};
  const uint64_t quotes_count = dialect->has_quote ? ~0ull : 0;
  __m512i any = _mm512_setzero_si512();
#pragma clang loop unroll_count(4)
  for (size_t i = 0; i < blocks; i++) {
    block_masks found = masks_avx512(bytes + 64 * i, wanted);
    masks->separators[i] = found.separator;
    masks->line_ends[i] = found.line_end;
    masks->quotes[i] = found.quote & quotes_count;
    any = _mm512_or_si512(any, _mm512_loadu_si512(bytes + 64 * i));
  }
  return _mm512_movepi8_mask(any);
}

// The same for less than a register holds, too.
TARGET_AVX512 NOT_INLINE uint64_t exceeds_ascii(const uint8_t *bytes, size_t length) {
  __m512i any = _mm512_setzero_si512();
  for (size_t i = 0; i < length; i += 64) {
    uint64_t valid = length - i < 64 ? (1ull << (length - i)) - 1 : ~0ull;
    any = _mm512_or_si512(any, _mm512_maskz_loadu_epi8(valid, bytes + i));
  }
  return _mm512_movepi8_mask(any);
}

// The masks of eight blocks, shifted by one byte: the lowest bit of each is the highest of the mask
// before, of which `before` holds the first one's.
TARGET_AVX512 ALWAYS_INLINE __m512i shifted_by_one(__m512i masks, __m512i before) {
  return _mm512_shldi_epi64(masks, _mm512_alignr_epi64(masks, before, 7), 1);
}

// Whether quoting that looks irregular in eight blocks is so for nothing but line ends of CR and LF
// behind closing quotes: `behind` are the bytes behind those, `openings` what is irregular in front
// of one. A CR that ends the blocks is none that is known to be right.
TARGET_AVX512 NOT_INLINE bool has_only_returns(
  const uint8_t *bytes, __m512i line_ends, __m512i field, __m512i behind, __m512i openings) {
  _Alignas(64) uint64_t returns[8];
  for (size_t i = 0; i < 8; i++) {
    returns[i] = masks_avx512(bytes + 64 * i, (block_bytes){'\r', '\r', '\r'}).line_end;
  }
  __m512i right = _mm512_and_si512(_mm512_load_si512(returns), behind);
  __m512i others = _mm512_or_si512(
    _mm512_or_si512(openings, _mm512_andnot_si512(right, _mm512_and_si512(field, behind))),
    _mm512_andnot_si512(line_ends, shifted_by_one(right, _mm512_setzero_si512())));
  return _mm512_test_epi64_mask(others, others) == 0 && _mm512_movepi64_mask(right) >> 7 == 0;
}

// Leaves of the separators and line ends those that end a field, eight blocks at a time, as far as
// the quoting is regular; returns of how many blocks, and takes them into the state but for
// `offset` and `entry_count`.
TARGET_AVX512 ALWAYS_INLINE size_t find_ends(
  wide_masks *masks, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t blocks,
  byte_scan_state *state) {
  const __m512i ones = _mm512_set1_epi64(-1);
  // Of each only the highest bit counts.
  __m512i field_before = _mm512_set1_epi64((long long)(state->within_field << 63));
  __m512i closing_before = _mm512_set1_epi64((long long)(state->after_quote << 63));
  uint32_t is_inside = state->inside_quotes ? 0xFF : 0;
  size_t i = 0;
  for (; i < blocks; i += 8) {
    __m512i quotes = _mm512_load_si512(masks->quotes + i);
    __m512i line_ends = _mm512_load_si512(masks->line_ends + i);
    __m512i boundaries =
      _mm512_or_si512(_mm512_load_si512(masks->separators + i), line_ends);
    // The running parity within each block, and then that of the blocks before it.
    __m512i inside = _mm512_unpacklo_epi64(
      _mm512_clmulepi64_epi128(quotes, ones, 0x00), _mm512_clmulepi64_epi128(quotes, ones, 0x01));
    uint32_t parities = _mm512_movepi64_mask(inside);
    parities ^= parities << 1;
    parities ^= parities << 2;
    parities ^= parities << 4;
    inside = _mm512_mask_xor_epi64(
      inside, (__mmask8)(parities << 1 ^ is_inside), inside, ones);
    __m512i closing = _mm512_andnot_si512(inside, quotes);
    __m512i field = _mm512_andnot_si512(_mm512_or_si512(boundaries, quotes), ones);
    __m512i openings = _mm512_and_si512(
      _mm512_and_si512(quotes, inside), shifted_by_one(field, field_before));
    __m512i behind = shifted_by_one(closing, closing_before);
    __m512i irregular = _mm512_or_si512(openings, _mm512_and_si512(field, behind));
    if (__builtin_expect(_mm512_test_epi64_mask(irregular, irregular) != 0, 0)
        && !(dialect->allows_carriage_return
             && has_only_returns(bytes + 64 * i, line_ends, field, behind, openings))) {
      break;
    }
    _mm512_store_si512(masks->separators + i, _mm512_andnot_si512(inside, boundaries));
    field_before = field;
    closing_before = closing;
    is_inside ^= parities >> 7 & 1 ? 0xFF : 0;
  }
  state->inside_quotes = is_inside ? ~0ull : 0;
  state->within_field = (uint64_t)_mm512_movepi64_mask(field_before) >> 7;
  state->after_quote = (uint64_t)_mm512_movepi64_mask(closing_before) >> 7;
  return i;
}

// Writes one entry for each end of a field, and rubbish after them; returns where they end.
TARGET_AVX512 ALWAYS_INLINE uint32_t *write_ends(
  uint32_t *entries, const wide_masks *masks, size_t blocks, size_t offset) {
  // The places of a block's bytes; in those of line ends the highest bit is set.
  const __m512i places = _mm512_loadu_si512(byte_places);
  const __m512i line_end_places = _mm512_or_si512(places, _mm512_set1_epi8((char)0x80));
  const __m512i kept = _mm512_set1_epi32((int)(BYTE_SCAN_RECORD_END | 0x3F));
  __m512i start = _mm512_set1_epi32((int)offset);
  for (size_t i = 0; i < blocks; i++) {
    uint64_t ends = masks->separators[i];
    size_t count = (size_t)__builtin_popcountll(ends);
    __m512i found = _mm512_maskz_compress_epi8(
      ends, _mm512_mask_blend_epi8(masks->line_ends[i], places, line_end_places));
    _mm512_storeu_si512(entries, entries_of(found, kept, start));
    for (size_t written = 16; __builtin_expect(written < count, 0); written += 16) {
      found = _mm512_alignr_epi32(_mm512_setzero_si512(), found, 4);
      _mm512_storeu_si512(entries + written, entries_of(found, kept, start));
    }
    entries += count;
    start = _mm512_add_epi32(start, _mm512_set1_epi32(64));
  }
  return entries;
}

// All masks first, then what follows from them for eight blocks at once, and then the entries: that
// takes half of the instructions that block after block would. What is not regular, and what is
// less than eight blocks, is left to the scan of all other kernels.
TARGET_AVX512 byte_scan_outcome byte_scan_fields_avx512(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  // Few blocks at first, and behind what is not regular, since all might be in vain.
  size_t most = 8;
  while (state->offset < length) {
    size_t blocks = least((length - state->offset) / 512 * 8, most);
    if (blocks > 0 && state->after_quote_return == 0
        && capacity >= state->entry_count + 64 * WIDE_BLOCKS + BYTE_SCAN_SLACK) {
      wide_masks masks;
      state->may_exceed_ascii |=
        find_masks(&masks, dialect, bytes + state->offset, blocks);
      size_t regular = find_ends(&masks, dialect, bytes + state->offset, blocks, state);
      uint32_t *next =
        write_ends(entries + state->entry_count, &masks, regular, state->offset);
      state->entry_count = (size_t)(next - entries);
      state->offset += 64 * regular;
      if (regular == blocks) {
        most = least(2 * most, WIDE_BLOCKS);
        continue;
      }
      most = 8;
    }
    size_t end = least(length, state->offset + 512);
    state->may_exceed_ascii |= exceeds_ascii(bytes + state->offset, end - state->offset);
    byte_scan_outcome outcome = scan_fields(
      masks_avx512, prefix_xor_avx512, write_entries_avx512, dialect, bytes, end, state, entries,
      capacity);
    if (outcome != BYTE_SCAN_DONE) {
      return outcome;
    }
  }
  return BYTE_SCAN_DONE;
}

#endif
