// What tells the rows of a scanned table from one another, as numbers: keyed hashes of their ids
// and words, and their moments.
//
// It is the part of reading a history that is done for every byte that counts, and it is done for
// a block of rows at a time, so that nothing but the numbers is left for those who look them up.
// Rows of the usual form are read whole; of any other only where it lies and what its words are,
// and somebody has to read it with care.

#ifndef CROWKEYS_H
#define CROWKEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// 128 bits of some bytes under secrets: two halves that know nothing of each other.
typedef struct {
  uint64_t low;
  uint64_t high;
} row_hash;

// How a hash is made: each way makes other ones. The plain way multiplies; the others take the
// rounds of AES that processors have, for fewer instructions.
typedef enum {
  ROW_HASH_PLAIN = 0,
  ROW_HASH_AES = 1,
  // The same hashes, and rows read by registers of 64 bytes.
  ROW_HASH_WIDE = 2,
} row_hash_kernel;

// Whether this machine has what a kernel needs.
bool row_hash_has_kernel(row_hash_kernel kernel);

// How many secrets a hash needs; the last two of them are odd. Equal bytes hash differently under
// others.
#define ROW_HASH_SECRETS 20

// The hash of any bytes.
row_hash row_hash_of(
  row_hash_kernel kernel, const uint8_t *bytes, size_t count, const uint64_t *secrets);

// Adjacent fields, first and last, from 0.
typedef struct {
  int32_t first;
  int32_t last;
} row_span;

typedef struct {
  const row_span *spans;
  size_t count;
  // ROW_HASH_SECRETS for each.
  const uint64_t *secrets;
} row_spans;

// Where in a record the cells stand that are asked for: the number of the field, from 0, or -1.
typedef struct {
  row_hash_kernel kernel;
  int32_t conversation;
  int32_t timestamp;
  int32_t message;
  int32_t contact;
  int32_t contact_name;
  int32_t sender_id;
  int32_t sender_name;
  // How many fields a record of the usual form has; all fields above are among them.
  uint32_t width;
  // The fields whose words say what a row is; those that name who sent a row of ours, and whom it
  // is assigned to; and those that name whom any other is assigned to.
  row_spans words;
  row_spans senders;
  row_spans assignees;
  // ROW_HASH_SECRETS for each of conversation, message and contact.
  const uint64_t *cell_secrets;
  // The byte around a quoted cell; none below 0.
  int32_t quote;
  // Whether a quote inside is written twice, so that a cell without one is as it stands.
  bool doubles_quotes;
  // Whether the last cell of a record may have a CR behind it that is none of it.
  bool strips_carriage_return;
} row_layout;

// A scanned text.
typedef struct {
  const uint8_t *bytes;
  // How many bytes may be read.
  size_t readable;
  // As byte_scan_fields writes them.
  const uint32_t *entries;
  size_t entry_count;
} row_text;

// Which row is the next; zeros at first.
typedef struct {
  size_t entry;
  uint32_t start;
  // How many further rows are not to be tried to be read together, since others were in vain.
  uint32_t others;
} row_position;

enum {
  // The row is not of the usual form: only `words` and its place are known.
  ROW_IS_UNUSUAL = 1,
  // `milliseconds` are of UTC, or of a clock that the row does not name.
  ROW_HAS_MOMENT = 2,
  ROW_HAS_LOCAL_MOMENT = 4,
  // The cells that are not empty. Hashes of those that are have no meaning; the sender's id is
  // looked at only where the contact's is empty.
  ROW_HAS_MESSAGE = 8,
  ROW_HAS_CONTACT = 16,
  ROW_HAS_CONTACT_NAME = 32,
  ROW_HAS_SENDER_ID = 64,
  ROW_HAS_SENDER_NAME = 128,
};

typedef struct {
  // Of spans as they stand in the text.
  row_hash words;
  row_hash senders;
  row_hash assignees;
  row_hash conversation;
  uint64_t message;
  uint64_t contact;
  // Since 1970.
  int64_t milliseconds;
  // The row's first entry, and how many it has.
  uint32_t first_entry;
  uint32_t field_count;
  // The offset of its first byte.
  uint32_t start;
  uint32_t flags;
} row_keys;

// A layout and what follows from it, made once for many rows. It lies in memory of ROW_PLAN_ALIGNMENT.
typedef struct row_plan row_plan;

#define ROW_PLAN_ALIGNMENT 64

// How many bytes a plan takes.
size_t row_plan_size(void);

// Makes a plan of a layout, whose spans and secrets stay where they are.
void row_plan_make(row_plan *plan, const row_layout *layout);

// Reads the next rows, `capacity` at most, and returns how many; 0 at the end.
size_t row_keys_read(
  const row_plan *plan, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity);

// The hash of a cell of a row of the usual form, without quotes around it and white space at its
// ends; false where telling what it says takes more than a look at both ends.
bool row_keys_of_cell(
  const row_plan *plan, const row_text *text, const row_keys *row, int32_t field,
  const uint64_t *secrets, row_hash *hash);

#endif
