#include "CRowKeys.h"
#include "RowHash.h"
#include "RowMoment.h"

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

// MARK: Words

#if defined(__x86_64__)
TARGET_AES static halves short_aes(
  const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  return hash_of_short_aes(bytes, count, secrets);
}
#endif

static halves short_hash_of(
  row_hash_kernel kernel, const uint8_t *bytes, size_t count, const uint64_t *secrets) {
#if defined(__x86_64__)
  if (kernel == ROW_HASH_AES) {
    return short_aes(bytes, count, secrets);
  }
#endif
  (void)kernel;
  return hash_of_short_plain(bytes, count, secrets);
}

// The hash of spans of a usual record.
ALWAYS_INLINE halves hash_of_spans(
  short_hash of_short, const record *row, const row_spans *wanted) {
  const uint64_t *secrets = wanted->secrets;
  halves sum = {0, 0};
  for (size_t i = 0; i < wanted->count; i++, secrets += ROW_HASH_SECRETS) {
    size_t before = end_before(row, wanted->spans[i].first);
    size_t end = end_of(row, (uint32_t)wanted->spans[i].last);
    sum += hash_of(of_short, row->bytes + 1 + before, end - before - 1, secrets);
  }
  return sum;
}

// The hash of spans of any record, of the fields that it has.
NOT_INLINE halves hash_of_spans_with_care(
  row_hash_kernel kernel, record row, const row_spans *wanted) {
  const uint64_t *secrets = wanted->secrets;
  halves sum = {0, 0};
  for (size_t i = 0; i < wanted->count; i++, secrets += ROW_HASH_SECRETS) {
    uint32_t first = (uint32_t)wanted->spans[i].first, last = (uint32_t)wanted->spans[i].last;
    size_t start = 0, end = 0;
    if (first < row.field_count) {
      start = start_of(&row, first);
      end = end_of(&row, last < row.field_count ? last : row.field_count - 1);
    }
    row_hash hash = row_hash_of(kernel, row.bytes + start, end - start, secrets);
    sum += (halves){hash.low, hash.high};
  }
  return sum;
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

// MARK: Rows

// Reads the cells of a record; the flags of the row, if it is of the usual form.
ALWAYS_INLINE uint32_t read_cells(
  short_hash of_short, const row_layout *layout, const byte_set *odd, const record *row,
  moment_day *day, row_keys *keys) {
  const uint64_t *secrets = layout->cell_secrets;
  uint32_t flags = 0;
  cell conversation = cell_of(layout, odd, row, layout->conversation);
  cell timestamp = cell_of(layout, odd, row, layout->timestamp);
  if (conversation.bytes == NULL || conversation.count == 0 || timestamp.bytes == NULL) {
    return ROW_IS_UNUSUAL;
  }
  keys->conversation =
    hash_in(hash_of(of_short, conversation.bytes, conversation.count, secrets));
  switch (read_moment(day, timestamp.bytes, timestamp.count, &keys->milliseconds)) {
  case MOMENT_ABSOLUTE:
    flags |= ROW_HAS_MOMENT;
    break;
  case MOMENT_LOCAL:
    flags |= ROW_HAS_LOCAL_MOMENT;
    break;
  case MOMENT_UNKNOWN:
    return ROW_IS_UNUSUAL;
  }
  cell message = cell_of(layout, odd, row, layout->message);
  cell contact = cell_of(layout, odd, row, layout->contact);
  if (message.bytes == NULL || contact.bytes == NULL) {
    return ROW_IS_UNUSUAL;
  }
  keys->message =
    hash_of(of_short, message.bytes, message.count, secrets + ROW_HASH_SECRETS)[0];
  keys->contact =
    hash_of(of_short, contact.bytes, contact.count, secrets + 2 * ROW_HASH_SECRETS)[0];
  flags |= message.count > 0 ? ROW_HAS_MESSAGE : 0;
  flags |= contact.count > 0 ? ROW_HAS_CONTACT : 0;
  int contact_name = says_something(layout, odd, row, layout->contact_name);
  int sender_name = says_something(layout, odd, row, layout->sender_name);
  // Who sent it stands for the contact only where that is not named.
  int sender_id = contact.count > 0 ? 0 : says_something(layout, odd, row, layout->sender_id);
  if ((contact_name | sender_name | sender_id) < 0) {
    return ROW_IS_UNUSUAL;
  }
  return flags | (uint32_t)contact_name * ROW_HAS_CONTACT_NAME
    | (uint32_t)sender_name * ROW_HAS_SENDER_NAME | (uint32_t)sender_id * ROW_HAS_SENDER_ID;
}

// The reading itself, once for all kernels: the function is a constant wherever it is inlined.
ALWAYS_INLINE size_t read_rows(
  short_hash of_short, const row_layout *layout, const row_text *text, row_position *position,
  row_keys *keys, size_t capacity) {
  const row_layout fields = *layout;
  const byte_set odd = odd_ends(layout);
  const uint32_t *entries = text->entries;
  const uint32_t *last = entries + text->entry_count;
  moment_day day = {0, 0, 0};
  record row = {text->bytes, entries + position->entry, position->start, 0};
  row_keys *next = keys;
  while (next < keys + capacity && row.ends < last) {
    row.field_count = count_fields(row.ends, (size_t)(last - row.ends), fields.width);
    size_t end = end_of(&row, row.field_count - 1);
    // Before the first record no other one ends; and a hash may read beyond its cell.
    bool is_usual = row.field_count == fields.width && row.ends != entries
      && end + ROW_HASH_REACH <= text->readable;
    if (__builtin_expect(is_usual, 1)) {
      next->words = hash_in(hash_of_spans(of_short, &row, &fields.words));
      next->senders = hash_in(hash_of_spans(of_short, &row, &fields.senders));
      next->assignees = hash_in(hash_of_spans(of_short, &row, &fields.assignees));
      next->flags = read_cells(of_short, &fields, &odd, &row, &day, next);
    } else {
      next->words = hash_in(hash_of_spans_with_care(fields.kernel, row, &fields.words));
      next->flags = ROW_IS_UNUSUAL;
    }
    next->first_entry = (uint32_t)(row.ends - entries);
    next->field_count = row.field_count;
    next->start = row.start;
    next++;
    row.ends += row.field_count;
    row.start = (uint32_t)end + 1;
  }
  position->entry = (size_t)(row.ends - entries);
  position->start = row.start;
  return (size_t)(next - keys);
}

// MARK: Kernels

bool row_hash_has_kernel(row_hash_kernel kernel) {
  switch (kernel) {
  case ROW_HASH_PLAIN:
    return true;
  case ROW_HASH_AES:
#if defined(__x86_64__)
    return __builtin_cpu_supports("vaes") && __builtin_cpu_supports("aes")
      && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
      && __builtin_cpu_supports("bmi2");
#else
    return false;
#endif
  }
  return false;
}

row_hash row_hash_of(
  row_hash_kernel kernel, const uint8_t *bytes, size_t count, const uint64_t *secrets) {
  if (count > ROW_HASH_SHORT) {
    return hash_in(hash_of_long(bytes, count, secrets));
  }
  uint8_t copy[ROW_HASH_REACH] = {0};
  if (count > 0) {
    memcpy(copy, bytes, count);
  }
  return hash_in(short_hash_of(kernel, copy, count, secrets));
}

#if defined(__x86_64__)
TARGET_AES static size_t read_rows_aes(
  const row_layout *layout, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity) {
  return read_rows(hash_of_short_aes, layout, text, position, keys, capacity);
}
#endif

size_t row_keys_read(
  const row_layout *layout, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity) {
#if defined(__x86_64__)
  if (layout->kernel == ROW_HASH_AES) {
    return read_rows_aes(layout, text, position, keys, capacity);
  }
#endif
  return read_rows(hash_of_short_plain, layout, text, position, keys, capacity);
}

bool row_keys_of_cell(
  const row_layout *layout, const row_text *text, const row_keys *row, int32_t field,
  const uint64_t *secrets, row_hash *hash) {
  const record found = {
    text->bytes, text->entries + row->first_entry, row->start, row->field_count};
  const byte_set odd = odd_ends(layout);
  cell cell = cell_of(layout, &odd, &found, field);
  if (cell.bytes == NULL) {
    return false;
  }
  *hash = row_hash_of(layout->kernel, cell.bytes, cell.count, secrets);
  return true;
}
