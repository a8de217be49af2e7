// Records and their cells as they lie in a scanned text, to be inlined where rows are read.

#ifndef ROW_CELLS_H
#define ROW_CELLS_H

#include "RowHash.h"

#define ENTRY_ENDS_RECORD 0x80000000u

// A record as it lies in the text.
typedef struct {
  const uint8_t *bytes;
  const uint32_t *ends;
  uint32_t start;
  uint32_t field_count;
} record;

// A cell; `bytes` is NULL where it takes more care to say what it is.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} cell;

// MARK: Fields

// How many fields a record has whose first entry is `ends[0]`: `width` for nearly all, which is
// found four entries at a time. The last of `count` entries ends a record.
ALWAYS_INLINE uint32_t count_fields(const uint32_t *ends, size_t count, uint32_t width) {
  typedef uint32_t four __attribute__((vector_size(16), aligned(4)));
  if (width > 4 && count >= width) {
    // The entries before the last one, those at the end twice where they are no multiple of four.
    four any = *(const four *)(ends + width - 5);
#pragma clang loop unroll(disable)
    for (uint32_t i = 0; i + 5 < width; i += 4) {
      any |= *(const four *)(ends + i);
    }
    uint32_t before = any[0] | any[1] | any[2] | any[3];
    if ((~before & ends[width - 1] & ENTRY_ENDS_RECORD) != 0) {
      return width;
    }
  }
  uint32_t fields = 1;
  while (fields < count && (ends[fields - 1] & ENTRY_ENDS_RECORD) == 0) {
    fields++;
  }
  return fields;
}

ALWAYS_INLINE size_t end_of(const record *row, uint32_t field) {
  return row->ends[field] & ~ENTRY_ENDS_RECORD;
}

ALWAYS_INLINE size_t start_of(const record *row, uint32_t field) {
  return field == 0 ? row->start : end_of(row, field - 1) + 1;
}

// The offset of the byte before a field, of a record that another one precedes.
ALWAYS_INLINE size_t end_before(const record *row, int32_t field) {
  return row->ends[(int64_t)field - 1] & ~ENTRY_ENDS_RECORD;
}

// MARK: Cells

// A cell that stands between quotes, or before the CR of a line end, with nothing to unescape.
NOT_INLINE cell unquoted(
  const row_layout *layout, const uint8_t *start, const uint8_t *end, bool is_last) {
  const cell careful = {NULL, 0};
  if (is_last && layout->strips_carriage_return && end > start && end[-1] == '\r') {
    end--;
  }
  if (end > start && layout->quote >= 0 && *start == (uint8_t)layout->quote) {
    if (!layout->doubles_quotes || end - start < 2 || end[-1] != (uint8_t)layout->quote) {
      return careful;
    }
    start++;
    end--;
    if (memchr(start, layout->quote, (size_t)(end - start)) != NULL) {
      return careful;
    }
  }
  return (cell){start, (size_t)(end - start)};
}

ALWAYS_INLINE bool is_printable(uint8_t byte) { return (uint8_t)(byte - 0x21) < 0x5E; }

// The bytes that may not stand at an end of a cell that says what is written: all but printable
// ASCII, of which none is white space or the CR of a line end, and the quote.
typedef struct {
  bool contains[256];
} byte_set;

ALWAYS_INLINE byte_set odd_ends(const row_layout *layout) {
  byte_set odd;
  memset(odd.contains, 1, sizeof odd.contains);
  memset(odd.contains + 0x21, 0, 0x5E);
  if (layout->quote >= 0) {
    odd.contains[(uint8_t)layout->quote] = true;
  }
  return odd;
}

// A field as it was written, and whether that is what it says.
ALWAYS_INLINE cell field_of(
  const byte_set *odd, const record *row, int32_t field, bool *is_plain) {
  size_t before = end_before(row, field), end = end_of(row, (uint32_t)field);
  cell found = {row->bytes + 1 + before, end - before - 1};
  // Of an empty cell these are the separators around it, which are nearly always printable.
  uint8_t first = found.bytes[0], last = row->bytes[end - 1];
  *is_plain = !(odd->contains[first] | odd->contains[last]) || found.count == 0;
  return found;
}

NOT_INLINE cell trimmed(
  const row_layout *layout, const uint8_t *start, const uint8_t *end, bool is_last) {
  cell found = unquoted(layout, start, end, is_last);
  if (found.bytes != NULL && found.count > 0
    && !(is_printable(found.bytes[0]) && is_printable(found.bytes[found.count - 1]))) {
    found.bytes = NULL;
  }
  return found;
}

// What a cell says, without quotes around it and white space at its ends. A field of -1 is an empty
// cell.
ALWAYS_INLINE cell cell_of(
  const row_layout *layout, const byte_set *odd, const record *row, int32_t field) {
  if (field < 0) {
    return (cell){row->bytes, 0};
  }
  bool is_plain;
  cell found = field_of(odd, row, field, &is_plain);
  if (__builtin_expect(is_plain, 1)) {
    return found;
  }
  return trimmed(
    layout, found.bytes, found.bytes + found.count, (uint32_t)field + 1 == row->field_count);
}

NOT_INLINE int says_something_with_care(
  const row_layout *layout, const uint8_t *start, const uint8_t *end, bool is_last) {
  cell found = unquoted(layout, start, end, is_last);
  if (found.bytes == NULL) {
    return -1;
  }
  if (found.count == 0) {
    return 0;
  }
  // All white space that is no ASCII begins with one of these bytes.
  uint8_t first = found.bytes[0];
  bool may_be_space = first <= 0x20 || first == 0x7F || first == 0xC2
    || (first >= 0xE1 && first <= 0xE3);
  return may_be_space ? -1 : 1;
}

// Whether a cell says anything: 1, 0, or -1 where that takes a closer look.
ALWAYS_INLINE int says_something(
  const row_layout *layout, const byte_set *odd, const record *row, int32_t field) {
  if (field < 0) {
    return 0;
  }
  bool is_plain;
  cell found = field_of(odd, row, field, &is_plain);
  if (__builtin_expect(is_plain, 1)) {
    return found.count > 0;
  }
  return says_something_with_care(
    layout, found.bytes, found.bytes + found.count, (uint32_t)field + 1 == row->field_count);
}

#endif
