#include "CRowKeys.h"
#include "RowCells.h"
#include "RowHash.h"
#include "RowMoment.h"

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
