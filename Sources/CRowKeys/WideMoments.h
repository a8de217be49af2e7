// The timestamps of many rows, eight at a time, of the form and the day that nearly all of them have.

#ifndef WIDE_MOMENTS_H
#define WIDE_MOMENTS_H

#include "RowMoment.h"
#include "RowPlan.h"

#if defined(__x86_64__)

enum { ROWS_AT_ONCE = 16 };

// Of some rows, the bytes of their timestamps, "YYYY-MM-", "DDThh:mm" and ":ssZ", and how many
// there are; and what they say, where that was told.
typedef struct {
  _Alignas(64) uint64_t months[ROWS_AT_ONCE], minutes[ROWS_AT_ONCE];
  uint32_t seconds[ROWS_AT_ONCE], counts[ROWS_AT_ONCE];
  int64_t milliseconds[ROWS_AT_ONCE];
} wide_moments;

// Notes a timestamp, behind whose first byte twenty can be read.
ALWAYS_INLINE void note_moment(
  wide_moments *moments, size_t row, const uint8_t *text, uint32_t count) {
  moments->months[row] = word_at(text);
  moments->minutes[row] = word_at(text + 8);
  memcpy(&moments->seconds[row], text + 16, 4);
  moments->counts[row] = count;
}

TARGET_WIDE ALWAYS_INLINE __m512i all_of(uint64_t number) {
  return _mm512_set1_epi64((long long)number);
}

// Reads those of eight rows that are "YYYY-MM-DDThh:mm:ssZ" on `day`; returns which.
TARGET_WIDE ALWAYS_INLINE __mmask8 read_eight(
  const moment_day *day, wide_moments *moments, size_t row) {
  __m512i month = _mm512_load_si512(moments->months + row);
  __m512i minute = _mm512_load_si512(moments->minutes + row);
  __m512i second =
    _mm512_cvtepu32_epi64(_mm256_load_si256((const __m256i *)(moments->seconds + row)));
  __m256i count = _mm256_load_si256((const __m256i *)(moments->counts + row));
  __mmask8 is_usual = _mm512_cmpeq_epi64_mask(month, all_of(day->year_and_month))
    & _mm512_cmpeq_epi64_mask(
      _mm512_and_si512(minute, all_of(0xFFFFFF)), all_of(day->day | 'T' << 16))
    & _mm512_cmpeq_epi64_mask(_mm512_srli_epi64(second, 24), all_of('Z'))
    & _mm256_cmpeq_epi32_mask(count, _mm256_set1_epi32(20));
  // As `read_seconds` does it.
  __m512i time = _mm512_xor_si512(
    _mm512_shrdi_epi64(minute, second, 24), all_of(0x30303A30303A3030ull));
  __m512i excess = _mm512_add_epi64(time, all_of(0x76767F76767F7676ull));
  __m512i pairs = _mm512_add_epi64(
    _mm512_add_epi64(_mm512_slli_epi64(time, 3), _mm512_slli_epi64(time, 1)),
    _mm512_srli_epi64(time, 8));
  pairs = _mm512_and_si512(pairs, all_of(0x00FF0000FF0000FFull));
  // What is more than 23 hours, 59 minutes and 59 seconds.
  __m512i beyond = _mm512_subs_epu8(pairs, all_of(0x003B00003B000017ull));
  __m512i odd = _mm512_or_si512(
    beyond,
    _mm512_and_si512(_mm512_or_si512(time, excess), all_of(0x8080808080808080ull)));
  __m512i hours = _mm512_and_si512(pairs, all_of(0xFF));
  __m512i minutes = _mm512_and_si512(_mm512_srli_epi64(pairs, 24), all_of(0xFF));
  __m512i seconds = _mm512_srli_epi64(pairs, 48);
  __m512i sum = _mm512_add_epi64(
    _mm512_add_epi64(
      _mm512_mul_epu32(hours, all_of(3600000)), _mm512_mul_epu32(minutes, all_of(60000))),
    _mm512_add_epi64(
      _mm512_mul_epu32(seconds, all_of(1000)), all_of((uint64_t)day->start)));
  _mm512_store_si512(moments->milliseconds + row, sum);
  return is_usual & _mm512_testn_epi64_mask(odd, odd);
}

// Reads the moments of the rows that have the usual form and the day of the first one; returns
// which. All others are to be read one by one.
TARGET_WIDE ALWAYS_INLINE uint32_t read_moments(
  moment_day *day, wide_moments *moments, size_t count) {
  uint8_t text[16];
  memcpy(text, moments->months, 8);
  memcpy(text + 8, moments->minutes, 8);
  uint16_t number;
  memcpy(&number, text + 8, 2);
  if (moments->months[0] != day->year_and_month || number != day->day) {
    take_day(day, text);
  }
  uint32_t usual = read_eight(day, moments, 0);
  if (count > 8) {
    usual |= (uint32_t)read_eight(day, moments, 8) << 8;
  }
  return usual;
}

#endif
#endif
