// Finds separators, quotes and line ends in delimited text, 64 bytes at a time.
//
// The text is taken to be quoted regularly: a quote opens a field only as its first byte, stands
// doubled inside, and closes the field just before a separator or a line end. Where a quote
// stands otherwise the scan stops and says where, and a byte-by-byte machine has to take over:
// the masks tell the inside of quotes from the outside by parity, so that one stray quote would
// turn the rest of the text inside out.

#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "PlainCopy.h"

// The set of instructions that a scan uses.
typedef enum {
  BYTE_SCAN_SCALAR = 0,
  BYTE_SCAN_AVX2 = 1,
  BYTE_SCAN_NEON = 2,
  BYTE_SCAN_AVX512 = 3,
} byte_scan_kernel;

// Whether this machine runs a kernel.
bool byte_scan_has_kernel(byte_scan_kernel kernel);

// The fastest kernel that this machine runs.
byte_scan_kernel byte_scan_best_kernel(void);

// The bytes that have a meaning. They must differ from each other.
typedef struct {
  uint8_t separator;
  uint8_t line_end;
  uint8_t quote;
  bool has_quote;
  // Whether a closing quote may be followed by CR and the line end.
  bool allows_carriage_return;
} byte_scan_dialect;

// Where a scan stands. A scan begins at the first byte of a record with everything but `offset`
// and `entry_count` being zero.
typedef struct {
  // The next byte to look at; all bytes before it have been dealt with.
  size_t offset;
  // How many entries are filled.
  size_t entry_count;
  // All ones inside a quoted field, else zero.
  uint64_t inside_quotes;
  // 1 where the byte before `offset` is one that no opening quote may follow.
  uint64_t within_field;
  // 1 where the byte before `offset` closes a quoted field.
  uint64_t after_quote;
  // 1 where the two bytes before `offset` are a closing quote and CR.
  uint64_t after_quote_return;
  // 0 where all bytes that were looked at are known to be ASCII.
  uint64_t may_exceed_ascii;
} byte_scan_state;

typedef enum {
  // Everything was scanned.
  BYTE_SCAN_DONE = 0,
  // There may be too little room for the entries of the next block. Go on with more.
  BYTE_SCAN_FULL = 1,
  // At `offset` the quoting is irregular. The entries are right as far as that byte.
  BYTE_SCAN_IRREGULAR = 2,
} byte_scan_outcome;

// The bit of an entry that says that the field ends its record, too.
#define BYTE_SCAN_RECORD_END 0x80000000u

// The room that a scan wants to have left, in entries, for each block.
#define BYTE_SCAN_SLACK 72

// Writes, for each field that ends in `bytes`, the offset of the separator or line end after it.
//
// `length` is less than 2 GiB; `capacity` is the room of `entries`. No entry is written for the
// end of the bytes.
byte_scan_outcome byte_scan_fields(
  byte_scan_kernel kernel, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length,
  byte_scan_state *state, uint32_t *entries, size_t capacity);

// Writes the same for the first fields of the record at the start of `bytes`, as many as `wanted` or
// as it has.
//
// Returns how many entries there are; 0 where the quoting is irregular or `bytes` end before the
// fields do. `length` is less than 2 GiB; `entries` has room for `wanted` and the slack.
size_t byte_scan_leading_fields(
  byte_scan_kernel kernel, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length,
  uint32_t *entries, size_t wanted);

// How often `byte` occurs in `bytes`.
size_t byte_scan_count(
  byte_scan_kernel kernel, const uint8_t *bytes, size_t length, uint8_t byte);

// How many bytes from the first on are whole, valid UTF-8 characters.
size_t byte_scan_utf8_prefix(byte_scan_kernel kernel, const uint8_t *bytes, size_t length);

#endif
