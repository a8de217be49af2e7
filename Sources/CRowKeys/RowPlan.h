// What is the same for all rows of a layout, and what registers of 64 bytes read them by.

#ifndef ROW_PLAN_H
#define ROW_PLAN_H

#include "RowCells.h"

#if defined(__x86_64__)

#define TARGET_WIDE \
  __attribute__((target( \
    "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi2,vaes,aes,avx2,bmi,bmi2")))

// What each of sixteen lanes is of. Those of cells that may be empty are where their flags are.
enum {
  LANE_TIMESTAMP = 0,
  LANE_CONVERSATION = 2,
  LANE_MESSAGE = 3,
  LANE_CONTACT = 4,
  LANE_CONTACT_NAME = 5,
  LANE_SENDER_ID = 6,
  LANE_SENDER_NAME = 7,
  LANE_SPANS = 8,
  LANES = 16,
};

enum {
  // Fields whose ends two registers hold.
  MOST_FIELDS = 32,
  MOST_SPANS = LANES - LANE_SPANS,
  // Rounds of AES, and the keys before them.
  KEYS = 5,
};

// The keys of two texts side by side.
typedef struct {
  __m512i keys[KEYS];
} wide_keys;

// What of a layout is the same for all rows.
typedef struct {
  // The first and the last field of each lane; and whether it has any.
  __m512i first, last;
  __mmask16 is_present;
  // A byte that is odd at an end of a cell is `bound` or more above `least`.
  __m512i least, bound;
  wide_keys conversation_and_message, contact;
  // Of two spans each.
  wide_keys spans[MOST_SPANS / 2];
  // By those, all ones where their hashes are of words, senders, and assignees.
  __m512i are_words[MOST_SPANS / 2], are_senders[MOST_SPANS / 2], are_assignees[MOST_SPANS / 2];
  size_t span_count;
  uint32_t fields, end_of_record;
} wide_plan;

// Makes a plan; false for a layout of another kind than those that it is for.
bool wide_plan_make(wide_plan *plan, const row_layout *layout);

// As `row_keys_read`, for ROW_HASH_WIDE.
size_t row_keys_read_wide(
  const row_plan *plan, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity);

#endif

struct row_plan {
  row_layout layout;
  byte_set odd;
  // How rows are read, which may differ from how the layout's cells are hashed.
  row_hash_kernel kernel;
#if defined(__x86_64__)
  wide_plan wide;
#endif
};

#endif
