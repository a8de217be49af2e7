// Copies short texts and looks at them meanwhile; here, so that callers have it in their own code.

#ifndef PLAIN_COPY_H
#define PLAIN_COPY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Sixteen bytes, of which those that are no ASCII are negative; compilers know the type on every
// machine.
typedef int8_t byte_scan_sixteen __attribute__((vector_size(16)));
typedef uint64_t byte_scan_two_words __attribute__((vector_size(16)));

// Not 0 where one of sixteen bytes is special.
static inline uint64_t byte_scan_special_bytes(
  byte_scan_sixteen bytes, uint8_t separator, uint8_t quote) {
  byte_scan_sixteen is_special =
    (bytes < 0x20) | (bytes == (int8_t)separator) | (bytes == (int8_t)quote);
  byte_scan_two_words words = (byte_scan_two_words)is_special;
  return words[0] | words[1];
}

static inline uint64_t byte_scan_special_words(
  uint64_t low, uint64_t high, uint8_t separator, uint8_t quote) {
  return byte_scan_special_bytes(
    (byte_scan_sixteen)(byte_scan_two_words){low, high}, separator, quote);
}

// Copies a text to where there is room for it.
//
// Returns whether it is ASCII without a separator, a quote or a control character, so that it can
// stand in a cell as it is.
static inline bool byte_scan_copy_plain(
  uint8_t *room, const uint8_t *text, size_t count, uint8_t separator, uint8_t quote) {
  // Where the last bytes are no whole word, it overlaps the one before.
  if (count >= 16) {
    uint64_t special = 0;
    for (size_t next = 0; next < count; next += 16) {
      size_t place = next + 16 <= count ? next : count - 16;
      byte_scan_sixteen bytes;
      memcpy(&bytes, text + place, 16);
      memcpy(room + place, &bytes, 16);
      special |= byte_scan_special_bytes(bytes, separator, quote);
    }
    return special == 0;
  }
  if (count >= 8) {
    uint64_t low, high;
    memcpy(&low, text, 8);
    memcpy(&high, text + count - 8, 8);
    memcpy(room, &low, 8);
    memcpy(room + count - 8, &high, 8);
    return byte_scan_special_words(low, high, separator, quote) == 0;
  }
  if (count >= 4) {
    uint32_t low, high;
    memcpy(&low, text, 4);
    memcpy(&high, text + count - 4, 4);
    memcpy(room, &low, 4);
    memcpy(room + count - 4, &high, 4);
    uint64_t both = (uint64_t)high << 32 | low;
    return byte_scan_special_words(both, both, separator, quote) == 0;
  }
  bool is_plain = true;
  for (size_t place = 0; place < count; place++) {
    uint8_t byte = text[place];
    room[place] = byte;
    is_plain &= byte >= 0x20 && byte < 0x80 && byte != separator && byte != quote;
  }
  return is_plain;
}

// Copies a text of up to sixteen bytes, such as a word.
static inline void byte_scan_copy_word(uint8_t *room, const uint8_t *text, size_t count) {
  // Two pieces that overlap are any length between one and both.
  if (count >= 8) {
    uint64_t low, high;
    memcpy(&low, text, 8);
    memcpy(&high, text + count - 8, 8);
    memcpy(room, &low, 8);
    memcpy(room + count - 8, &high, 8);
  } else if (count >= 4) {
    uint32_t low, high;
    memcpy(&low, text, 4);
    memcpy(&high, text + count - 4, 4);
    memcpy(room, &low, 4);
    memcpy(room + count - 4, &high, 4);
  } else {
    for (size_t place = 0; place < count; place++) {
      room[place] = text[place];
    }
  }
}

#endif
