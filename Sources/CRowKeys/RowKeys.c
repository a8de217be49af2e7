#include "RowPlan.h"
#include "RowReading.h"

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
  if (kernel == ROW_HASH_AES || kernel == ROW_HASH_WIDE) {
    return short_aes(bytes, count, secrets);
  }
#endif
  (void)kernel;
  return hash_of_short_plain(bytes, count, secrets);
}

// MARK: Rows

// The reading itself, once for all kernels: the function is a constant wherever it is inlined.
ALWAYS_INLINE size_t read_rows(
  short_hash of_short, const row_plan *plan, const row_text *text, row_position *position,
  row_keys *keys, size_t capacity) {
  const row_layout fields = plan->layout;
  const uint32_t *last = text->entries + text->entry_count;
  moment_day day = first_day();
  record row = first_record(text, position);
  row_keys *next = keys;
  for (; next < keys + capacity && row.ends < last; next++) {
    row.field_count = count_fields(row.ends, (size_t)(last - row.ends), fields.width);
    read_row(of_short, &fields, &plan->odd, text, &row, &day, next);
    take_place(text, &row, next);
  }
  stop_before(&row, text, position);
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
  case ROW_HASH_WIDE:
#if defined(__x86_64__)
    return row_hash_has_kernel(ROW_HASH_AES) && __builtin_cpu_supports("avx512f")
      && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2");
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
  const row_plan *plan, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity) {
  return read_rows(hash_of_short_aes, plan, text, position, keys, capacity);
}
#endif

size_t row_plan_size(void) { return sizeof(row_plan); }

void row_plan_make(row_plan *plan, const row_layout *layout) {
  plan->layout = *layout;
  plan->odd = odd_ends(layout);
  plan->kernel = layout->kernel;
#if defined(__x86_64__)
  if (plan->kernel == ROW_HASH_WIDE && !wide_plan_make(&plan->wide, layout)) {
    plan->kernel = ROW_HASH_AES;
  }
#endif
}

size_t row_keys_read(
  const row_plan *plan, const row_text *text, row_position *position, row_keys *keys,
  size_t capacity) {
#if defined(__x86_64__)
  if (plan->kernel == ROW_HASH_WIDE && position->others == 0) {
    return row_keys_read_wide(plan, text, position, keys, capacity);
  }
  if (plan->kernel != ROW_HASH_PLAIN) {
    size_t count = read_rows_aes(plan, text, position, keys, capacity);
    position->others -= position->others < count ? position->others : (uint32_t)count;
    return count;
  }
#endif
  return read_rows(hash_of_short_plain, plan, text, position, keys, capacity);
}

bool row_keys_of_cell(
  const row_plan *plan, const row_text *text, const row_keys *row, int32_t field,
  const uint64_t *secrets, row_hash *hash) {
  const record found = {
    text->bytes, text->entries + row->first_entry, row->start, row->field_count};
  cell cell = cell_of(&plan->layout, &plan->odd, &found, field);
  if (cell.bytes == NULL) {
    return false;
  }
  *hash = row_hash_of(plan->layout.kernel, cell.bytes, cell.count, secrets);
  return true;
}
