// The scan for the fields of delimited text, block after block, once for all kernels.

#ifndef FIELD_SCAN_H
#define FIELD_SCAN_H

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

#if defined(__x86_64__)
// `byte_scan_fields` for BYTE_SCAN_AVX512.
byte_scan_outcome byte_scan_fields_avx512(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity);
#endif

#endif
