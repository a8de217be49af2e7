// One row after the other, read as numbers, to be inlined for each way of hashing.

#ifndef ROW_READING_H
#define ROW_READING_H

#include "RowCells.h"
#include "RowMoment.h"

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

// The flags that a moment of a form gives a row; a row without any of them is unusual.
ALWAYS_INLINE uint32_t flags_of(moment_form form) {
  switch (form) {
  case MOMENT_ABSOLUTE:
    return ROW_HAS_MOMENT;
  case MOMENT_LOCAL:
    return ROW_HAS_LOCAL_MOMENT;
  case MOMENT_UNKNOWN:
    return 0;
  }
  return 0;
}

// Reads the cells of a record; the flags of the row, if it is of the usual form.
ALWAYS_INLINE uint32_t read_cells(
  short_hash of_short, const row_layout *layout, const byte_set *odd, const record *row,
  moment_day *day, row_keys *keys) {
  const uint64_t *secrets = layout->cell_secrets;
  cell conversation = cell_of(layout, odd, row, layout->conversation);
  cell timestamp = cell_of(layout, odd, row, layout->timestamp);
  if (conversation.bytes == NULL || conversation.count == 0 || timestamp.bytes == NULL) {
    return ROW_IS_UNUSUAL;
  }
  keys->conversation =
    hash_in(hash_of(of_short, conversation.bytes, conversation.count, secrets));
  uint32_t flags =
    flags_of(read_moment(day, timestamp.bytes, timestamp.count, &keys->milliseconds));
  if (flags == 0) {
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

// Reads a record that has its place in `keys` already, of which `entries` are all.
ALWAYS_INLINE void read_row(
  short_hash of_short, const row_layout *layout, const byte_set *odd, const row_text *text,
  const record *row, moment_day *day, row_keys *keys) {
  // Before the first record no other one ends; and a hash may read beyond its cell.
  bool is_usual = row->field_count == layout->width && row->ends != text->entries
    && end_of(row, row->field_count - 1) + ROW_HASH_REACH <= text->readable;
  if (__builtin_expect(is_usual, 1)) {
    keys->words = hash_in(hash_of_spans(of_short, row, &layout->words));
    keys->senders = hash_in(hash_of_spans(of_short, row, &layout->senders));
    keys->assignees = hash_in(hash_of_spans(of_short, row, &layout->assignees));
    keys->flags = read_cells(of_short, layout, odd, row, day, keys);
  } else {
    keys->words = hash_in(hash_of_spans_with_care(layout->kernel, *row, &layout->words));
    keys->flags = ROW_IS_UNUSUAL;
  }
}

// Where the next row to be read begins.
ALWAYS_INLINE record first_record(const row_text *text, const row_position *position) {
  return (record){text->bytes, text->entries + position->entry, position->start, 0};
}

// Notes where a record lies, and goes on behind it.
ALWAYS_INLINE void take_place(const row_text *text, record *row, row_keys *keys) {
  keys->first_entry = (uint32_t)(row->ends - text->entries);
  keys->field_count = row->field_count;
  keys->start = row->start;
  row->start = (uint32_t)end_of(row, row->field_count - 1) + 1;
  row->ends += row->field_count;
}

ALWAYS_INLINE void stop_before(
  const record *row, const row_text *text, row_position *position) {
  position->entry = (size_t)(row->ends - text->entries);
  position->start = row->start;
}

#endif
