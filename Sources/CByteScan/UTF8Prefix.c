#include "CByteScan.h"

#include <string.h>

// The length of the UTF-8 character at `bytes`, which is no ASCII; 0 where there is none, or only
// the beginning of one. Unicode 17, section 3.9, table 3-7.
static size_t character_length(const uint8_t *bytes, size_t length) {
  uint8_t first = bytes[0];
  size_t expected;
  uint8_t least = 0x80, greatest = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    expected = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    expected = 3;
    if (first == 0xE0) least = 0xA0;
    if (first == 0xED) greatest = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    expected = 4;
    if (first == 0xF0) least = 0x90;
    if (first == 0xF4) greatest = 0x8F;
  } else {
    return 0;
  }
  if (expected > length || bytes[1] < least || bytes[1] > greatest) {
    return 0;
  }
  for (size_t i = 2; i < expected; i++) {
    if ((bytes[i] & 0xC0) != 0x80) {
      return 0;
    }
  }
  return expected;
}

static uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

size_t byte_scan_utf8_prefix(const uint8_t *bytes, size_t length) {
  const uint64_t high_bits = 0x8080808080808080ull;
  size_t i = 0;
  while (i < length) {
    // ASCII, 64 bytes at a time, then eight, then one.
    while (i + 64 <= length) {
      uint64_t any = 0;
      for (size_t k = 0; k < 64; k += 8) {
        any |= word_at(bytes + i + k);
      }
      if (any & high_bits) {
        break;
      }
      i += 64;
    }
    while (i + 8 <= length && !(word_at(bytes + i) & high_bits)) {
      i += 8;
    }
    while (i < length && bytes[i] < 0x80) {
      i++;
    }
    while (i < length && bytes[i] >= 0x80) {
      size_t step = character_length(bytes + i, length - i);
      if (step == 0) {
        return i;
      }
      i += step;
    }
  }
  return i;
}
