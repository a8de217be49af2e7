#include "BlockMasks.h"
#include "CByteScan.h"

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

static const uint64_t high_bits = 0x8080808080808080ull;

static uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

// How many bytes from the first on are ASCII, in whole blocks of 64.
static size_t ascii_blocks_scalar(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + 64 <= length; i += 64) {
    uint64_t any = 0;
    for (size_t k = 0; k < 64; k += 8) {
      any |= word_at(bytes + i + k);
    }
    if (any & high_bits) {
      break;
    }
  }
  return i;
}

#if defined(__x86_64__)
TARGET_AVX512 static size_t ascii_blocks_avx512(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + 256 <= length; i += 256) {
    __m512i first = _mm512_or_si512(
      _mm512_loadu_si512(bytes + i), _mm512_loadu_si512(bytes + i + 64));
    __m512i second = _mm512_or_si512(
      _mm512_loadu_si512(bytes + i + 128), _mm512_loadu_si512(bytes + i + 192));
    if (_mm512_movepi8_mask(_mm512_or_si512(first, second))) {
      break;
    }
  }
  return i;
}

TARGET_AVX2 static size_t ascii_blocks_avx2(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + 64 <= length; i += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + i));
    __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + i + 32));
    if (_mm256_movemask_epi8(_mm256_or_si256(low, high))) {
      break;
    }
  }
  return i;
}
#endif

static size_t ascii_blocks(byte_scan_kernel kernel, const uint8_t *bytes, size_t length) {
#if defined(__x86_64__)
  if (kernel == BYTE_SCAN_AVX512) {
    size_t i = ascii_blocks_avx512(bytes, length);
    return i + ascii_blocks_avx2(bytes + i, length - i);
  }
  if (kernel == BYTE_SCAN_AVX2) {
    return ascii_blocks_avx2(bytes, length);
  }
#endif
  (void)kernel;
  return ascii_blocks_scalar(bytes, length);
}

size_t byte_scan_utf8_prefix(byte_scan_kernel kernel, const uint8_t *bytes, size_t length) {
  size_t i = 0;
  while (i < length) {
    // ASCII in blocks, then eight bytes at a time, then one.
    i += ascii_blocks(kernel, bytes + i, length - i);
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
