// The forms of timestamps that most exports have, to be inlined where rows are read.

#ifndef ROW_MOMENT_H
#define ROW_MOMENT_H

#include "RowHash.h"

// The day of the last timestamp: rows mostly follow one another in time.
typedef struct {
  // Its text, "YYYY-MM-" and "DD".
  uint64_t year_and_month;
  uint16_t day;
  // Its first millisecond since 1970.
  int64_t start;
} moment_day;

// Any day, before there was one.
ALWAYS_INLINE moment_day first_day(void) {
  const uint8_t *text = (const uint8_t *)"1970-01-01";
  moment_day day = {word_at(text), 0, 0};
  memcpy(&day.day, text + 8, 2);
  return day;
}

ALWAYS_INLINE int is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

// Takes a day of the years 1 to 9999 that is in the calendar; false for anything else.
NOT_INLINE bool take_day(moment_day *day, const uint8_t *text) {
  static const uint8_t lengths[13] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int i = 0; i < 10; i++) {
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) {
      return false;
    }
  }
  int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
  int month = (text[5] - '0') * 10 + text[6] - '0';
  int number = (text[8] - '0') * 10 + text[9] - '0';
  bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (year < 1 || month < 1 || month > 12 || number < 1 || number > lengths[month]
    || (month == 2 && number == 29 && !is_leap)) {
    return false;
  }
  // Years that begin with March, so that the leap day is the last: days since 1 March of year 0,
  // and from there to 1970.
  int shifted = month <= 2 ? year - 1 : year;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number - 1;
  int64_t days = (int64_t)shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400;
  day->start = (days + day_of_year - 719468) * 86400000;
  day->year_and_month = word_at(text);
  memcpy(&day->day, text + 8, 2);
  return true;
}

// Reads "YYYY-MM-DDThh:mm:ss", where a space or a small letter may stand for the T; false for any
// other text of nineteen bytes.
ALWAYS_INLINE bool read_seconds(moment_day *day, const uint8_t *text, int64_t *milliseconds) {
  uint8_t between = text[10];
  if ((between | 0x20) != 't' && between != ' ') {
    return false;
  }
  // The bytes from the last to the first are "ss:mm:hh". Without "00:00:00" each digit's byte must
  // be at most 9 and the others 0: 0x76 carries 10 and more into the top bit, 0x7F whatever is not
  // 0. Top bits that were set already are caught too, so that what they carry cannot matter.
  uint64_t time = word_at(text + 11) ^ 0x30303A30303A3030ull;
  uint64_t excess = time + 0x76767F76767F7676ull;
  // Each byte becomes ten times its digit and the next one's.
  uint64_t pairs = time * 10 + (time >> 8);
  uint32_t hour = pairs & 0xFF, minute = pairs >> 24 & 0xFF, second = pairs >> 48 & 0xFF;
  if (((time | excess) & 0x8080808080808080ull) != 0 || hour > 23 || minute > 59 || second > 59) {
    return false;
  }
  uint16_t number;
  memcpy(&number, text + 8, 2);
  if ((word_at(text) != day->year_and_month || number != day->day) && !take_day(day, text)) {
    return false;
  }
  *milliseconds = day->start + (hour * 3600 + minute * 60 + second) * 1000;
  return true;
}

typedef enum {
  // Another form, or no timestamp.
  MOMENT_UNKNOWN,
  // Of UTC.
  MOMENT_ABSOLUTE,
  // Of a clock that the text does not name.
  MOMENT_LOCAL,
} moment_form;

// Reads what follows the seconds: a fraction, and Z, an offset with a colon, or nothing.
NOT_INLINE moment_form read_further(const uint8_t *text, size_t count, int64_t *milliseconds) {
  size_t i = 19;
  if (i < count && (text[i] == '.' || text[i] == ',')) {
    size_t first = ++i;
    for (int unit = 100; i < count && is_digit(text[i]); i++, unit /= 10) {
      *milliseconds += (text[i] - '0') * unit;
    }
    if (i == first) {
      return MOMENT_UNKNOWN;
    }
  }
  if (i == count) {
    return MOMENT_LOCAL;
  }
  if (count - i == 1 && (text[i] | 0x20) == 'z') {
    return MOMENT_ABSOLUTE;
  }
  if (count - i != 6 || (text[i] != '+' && text[i] != '-') || !is_digit(text[i + 1])
    || !is_digit(text[i + 2]) || text[i + 3] != ':' || !is_digit(text[i + 4])
    || !is_digit(text[i + 5])) {
    return MOMENT_UNKNOWN;
  }
  int hours = (text[i + 1] - '0') * 10 + text[i + 2] - '0';
  int minutes = (text[i + 4] - '0') * 10 + text[i + 5] - '0';
  if (hours > 23 || minutes > 59) {
    return MOMENT_UNKNOWN;
  }
  int64_t offset = (int64_t)(hours * 60 + minutes) * 60000;
  *milliseconds -= text[i] == '-' ? -offset : offset;
  return MOMENT_ABSOLUTE;
}

// Reads a timestamp of ISO 8601 with seconds; mostly it ends with Z.
ALWAYS_INLINE moment_form read_moment(
  moment_day *day, const uint8_t *text, size_t count, int64_t *milliseconds) {
  if (count < 19 || !read_seconds(day, text, milliseconds)) {
    return MOMENT_UNKNOWN;
  }
  if (__builtin_expect(count == 20 && text[19] == 'Z', 1)) {
    return MOMENT_ABSOLUTE;
  }
  return read_further(text, count, milliseconds);
}

#endif
