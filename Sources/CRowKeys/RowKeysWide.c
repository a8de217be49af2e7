#include "RowPlan.h"
#include "RowReading.h"
#include "WideMoments.h"

// Rows of the usual form, all of whose cells are found, looked at and hashed at once: in registers
// of sixteen numbers and of two texts. The hashes are those of ROW_HASH_AES.

#if defined(__x86_64__)

enum {
  // Where nearly no row is of the plainest form, as where all cells are quoted, so many are read
  // one by one before the next are tried together.
  OTHERS_IN_A_ROW = 1024,
  // All lanes whose texts are looked at in registers.
  NOT_TIMESTAMP = 0xFFFF & ~(1 << LANE_TIMESTAMP),
};

ALWAYS_INLINE size_t least_of(size_t first, size_t second) {
  return first < second ? first : second;
}

// What is known of the lanes of a row.
typedef struct {
  // Where the texts begin.
  _Alignas(64) uint32_t starts[LANES];
  // By byte: those of a text, the one behind it, and its first and last one.
  uint32_t bytes[LANES], behind[LANES], ends[LANES];
  // The lanes with a text, and with one that is longer than a hash takes at once.
  uint32_t is_filled, is_long;
} wide_lanes;

ALWAYS_INLINE uint64_t pair_at(const uint32_t *lanes) {
  uint64_t pair;
  memcpy(&pair, lanes, 8);
  return pair;
}

// The texts of two lanes, and what follows them.
TARGET_WIDE ALWAYS_INLINE __m512i texts_at(
  const uint8_t *bytes, const wide_lanes *lanes, size_t lane) {
  return _mm512_inserti64x4(
    _mm512_castsi256_si512(
      _mm256_loadu_si256((const __m256i *)(bytes + lanes->starts[lane]))),
    _mm256_loadu_si256((const __m256i *)(bytes + lanes->starts[lane + 1])), 1);
}

// The bytes that are odd at the ends of two cells.
TARGET_WIDE ALWAYS_INLINE __mmask64 odd_ends_of(
  const wide_plan *plan, __m512i texts, const wide_lanes *lanes, size_t lane) {
  return _mm512_mask_cmpge_epu8_mask(
    pair_at(lanes->ends + lane), _mm512_sub_epi8(texts, plan->least), plan->bound);
}

// The hashes of two texts, in the first and third quarter.
TARGET_WIDE ALWAYS_INLINE __m512i hashes_of(
  const wide_keys *keys, __m512i texts, const wide_lanes *lanes, size_t lane) {
  texts = _mm512_maskz_mov_epi8(pair_at(lanes->bytes + lane), texts);
  texts = _mm512_mask_mov_epi8(texts, pair_at(lanes->behind + lane), _mm512_set1_epi8(-1));
  texts = _mm512_xor_si512(texts, keys->keys[0]);
  for (size_t i = 1; i < KEYS; i++) {
    texts = _mm512_aesenc_epi128(texts, keys->keys[i]);
  }
  return _mm512_xor_si512(texts, _mm512_shuffle_i64x2(texts, texts, 0xB1));
}

// The sum of those hashes of two pairs that belong to something.
TARGET_WIDE ALWAYS_INLINE halves sum_of(
  __m512i one, __m512i belongs_of_one, __m512i other, __m512i belongs_of_other) {
  __m512i sum = _mm512_add_epi64(
    _mm512_and_si512(one, belongs_of_one), _mm512_and_si512(other, belongs_of_other));
  return (halves)_mm_add_epi64(
    _mm512_castsi512_si128(sum), _mm512_extracti32x4_epi32(sum, 2));
}

// Finds the lanes of the rows from `ends` on, `most` at most, as far as they have as many fields as
// they should, and notes their timestamps; returns how many. As many entries as two registers hold
// can be read behind the first of each.
TARGET_WIDE ALWAYS_INLINE size_t find_lanes(
  const wide_plan *plan, const uint8_t *text, const uint32_t *ends, uint32_t width,
  bool has_further, wide_lanes *rows, wide_moments *moments, size_t most) {
  const __m512i offset = _mm512_set1_epi32((int)~ENTRY_ENDS_RECORD);
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i longest = _mm512_set1_epi32(ROW_HASH_SHORT);
  size_t count = 0;
  for (; count < most; count++, ends += width) {
    wide_lanes *row = rows + count;
    __m512i last = _mm512_loadu_si512(ends);
    uint32_t record_ends = (uint32_t)_mm512_movepi32_mask(last);
    __m512i before = _mm512_loadu_si512(ends - 1);
    __m512i further = last;
    if (has_further) {
      further = _mm512_loadu_si512(ends + 16);
      record_ends |= (uint32_t)_mm512_movepi32_mask(further) << 16;
    }
    if (__builtin_expect((record_ends & plan->fields) != plan->end_of_record, 0)) {
      break;
    }
    if (has_further) {
      before = _mm512_permutex2var_epi32(before, plan->first, _mm512_loadu_si512(ends + 15));
      last = _mm512_permutex2var_epi32(last, plan->last, further);
    } else {
      before = _mm512_permutexvar_epi32(plan->first, before);
      last = _mm512_permutexvar_epi32(plan->last, last);
    }
    __m512i starts = _mm512_add_epi32(_mm512_and_si512(before, offset), one);
    __m512i counts = _mm512_maskz_sub_epi32(
      plan->is_present, _mm512_and_si512(last, offset), starts);
    __m512i behind = _mm512_sllv_epi32(one, counts);
    __m512i bytes = _mm512_sub_epi32(behind, one);
    _mm512_store_si512(row->starts, starts);
    _mm512_store_si512(row->bytes, bytes);
    _mm512_store_si512(row->behind, behind);
    _mm512_store_si512(
      row->ends,
      _mm512_or_si512(_mm512_srli_epi32(behind, 1), _mm512_and_si512(bytes, one)));
    row->is_filled = _mm512_test_epi32_mask(counts, counts);
    row->is_long = _mm512_mask_cmpgt_epu32_mask(NOT_TIMESTAMP, counts, longest);
    note_moment(
      moments, count, text + (uint32_t)_mm512_cvtsi512_si32(starts),
      (uint32_t)_mm512_cvtsi512_si32(counts));
  }
  return count;
}

// Hashes the cells of rows, and says which are filled; a row of a less plain form is unusual.
TARGET_WIDE ALWAYS_INLINE void hash_cells(
  const wide_plan *plan, const uint8_t *text, const wide_lanes *rows, row_keys *keys,
  size_t count) {
  const wide_keys both = plan->conversation_and_message, contact_keys = plan->contact;
  for (size_t i = 0; i < count; i++) {
    const wide_lanes *row = rows + i;
    __m512i conversation = texts_at(text, row, LANE_CONVERSATION);
    __m512i contact = texts_at(text, row, LANE_CONTACT);
    __m512i sender = texts_at(text, row, LANE_SENDER_ID);
    __mmask64 odd = odd_ends_of(plan, conversation, row, LANE_CONVERSATION)
      | odd_ends_of(plan, contact, row, LANE_CONTACT)
      | odd_ends_of(plan, sender, row, LANE_SENDER_ID);
    __m512i hashes = hashes_of(&both, conversation, row, LANE_CONVERSATION);
    keys[i].conversation = hash_in((halves)_mm512_castsi512_si128(hashes));
    keys[i].message = (uint64_t)_mm_cvtsi128_si64(_mm512_extracti32x4_epi32(hashes, 2));
    hashes = hashes_of(&contact_keys, contact, row, LANE_CONTACT);
    keys[i].contact = (uint64_t)_mm_cvtsi128_si64(_mm512_castsi512_si128(hashes));
    // Who sent it stands for the contact only where that is not named.
    uint32_t filled = row->is_filled;
    uint32_t unasked = (filled & ROW_HAS_CONTACT) * (ROW_HAS_SENDER_ID / ROW_HAS_CONTACT);
    bool is_unusual = (odd | row->is_long | (~filled & 1u << LANE_CONVERSATION)) != 0;
    keys[i].flags = (filled & ~unasked
        & (ROW_HAS_MESSAGE | ROW_HAS_CONTACT | ROW_HAS_CONTACT_NAME | ROW_HAS_SENDER_ID
           | ROW_HAS_SENDER_NAME))
      | is_unusual * ROW_IS_UNUSUAL;
  }
}

// Hashes four spans of rows from the span `first` on, and adds them up.
TARGET_WIDE ALWAYS_INLINE void hash_spans(
  const wide_plan *plan, const uint8_t *text, const wide_lanes *rows, row_keys *keys,
  size_t count, size_t first) {
  const size_t pair = first / 2, lane = LANE_SPANS + first;
  const wide_keys one_keys = plan->spans[pair], other_keys = plan->spans[pair + 1];
  for (size_t i = 0; i < count; i++) {
    __m512i one = hashes_of(&one_keys, texts_at(text, rows + i, lane), rows + i, lane);
    __m512i other =
      hashes_of(&other_keys, texts_at(text, rows + i, lane + 2), rows + i, lane + 2);
    halves words = sum_of(one, plan->are_words[pair], other, plan->are_words[pair + 1]);
    halves senders = sum_of(one, plan->are_senders[pair], other, plan->are_senders[pair + 1]);
    halves assignees =
      sum_of(one, plan->are_assignees[pair], other, plan->are_assignees[pair + 1]);
    if (first > 0) {
      words += halves_of(keys[i].words);
      senders += halves_of(keys[i].senders);
      assignees += halves_of(keys[i].assignees);
    }
    keys[i].words = hash_in(words);
    keys[i].senders = hash_in(senders);
    keys[i].assignees = hash_in(assignees);
  }
}

// Reads a row of any form.
TARGET_WIDE NOT_INLINE void read_other_row(
  const row_plan *plan, const row_text *text, const record *row, moment_day *day,
  row_keys *keys) {
  read_row(hash_of_short_aes, &plan->layout, &plan->odd, text, row, day, keys);
}

// How many rows from `row` on may be looked at in registers: those whose entries, and the bytes
// behind them, can be read as far as registers reach, and which another row precedes.
ALWAYS_INLINE size_t rows_within_reach(
  const row_text *text, const record *row, uint32_t width, size_t most) {
  size_t left = text->entry_count - (size_t)(row->ends - text->entries);
  if (row->ends == text->entries || left < MOST_FIELDS + 1) {
    return 0;
  }
  size_t count = (left - MOST_FIELDS - 1) / width + 1;
  count = count < most ? count : most;
  while (count > 0
         && end_of(row, (uint32_t)count * width - 1) + ROW_HASH_REACH > text->readable) {
    count--;
  }
  return count;
}

// One step after the other for some rows at a time: each of them keeps the processor waiting for
// less than all of them in a row would.
TARGET_WIDE size_t row_keys_read_wide(
  const row_plan *plan, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity) {
  const uint32_t width = plan->layout.width;
  const uint32_t *last = text->entries + text->entry_count;
  wide_lanes lanes[ROWS_AT_ONCE];
  wide_moments moments;
  moment_day day = first_day();
  record row = first_record(text, position);
  row_keys *next = keys, *end = keys + capacity;
  while (next < end && row.ends < last) {
    size_t count =
      rows_within_reach(text, &row, width, least_of((size_t)(end - next), ROWS_AT_ONCE));
    count = width > 16
      ? find_lanes(&plan->wide, text->bytes, row.ends, width, true, lanes, &moments, count)
      : find_lanes(&plan->wide, text->bytes, row.ends, width, false, lanes, &moments, count);
    uint32_t usual_moments = count > 0 ? read_moments(&day, &moments, count) : 0;
    hash_cells(&plan->wide, text->bytes, lanes, next, count);
    hash_spans(&plan->wide, text->bytes, lanes, next, count, 0);
    if (plan->wide.span_count > 4) {
      hash_spans(&plan->wide, text->bytes, lanes, next, count, 4);
    }
    size_t failures = 0;
    for (size_t i = 0; i < count; i++, next++) {
      row.field_count = width;
      uint32_t moment = ROW_HAS_MOMENT;
      if (__builtin_expect((usual_moments >> i & 1) != 0, 1)) {
        next->milliseconds = moments.milliseconds[i];
      } else {
        moment = flags_of(read_moment(
          &day, text->bytes + lanes[i].starts[LANE_TIMESTAMP], moments.counts[i],
          &next->milliseconds));
      }
      if (__builtin_expect(moment == 0 || (next->flags & ROW_IS_UNUSUAL) != 0, 0)) {
        read_other_row(plan, text, &row, &day, next);
        failures++;
      } else {
        next->flags |= moment;
      }
      take_place(text, &row, next);
    }
    if (failures > ROWS_AT_ONCE / 2) {
      position->others = OTHERS_IN_A_ROW;
      break;
    }
    if (count == 0) {
      row.field_count = count_fields(row.ends, (size_t)(last - row.ends), width);
      read_other_row(plan, text, &row, &day, next);
      take_place(text, &row, next);
      next++;
    }
  }
  stop_before(&row, text, position);
  return (size_t)(next - keys);
}

#endif
