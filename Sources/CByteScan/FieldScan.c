#include "FieldScan.h"

static byte_scan_outcome scan_fields_scalar(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_scalar, prefix_xor_scalar, write_entries, dialect, bytes, length, state, entries,
    capacity);
}

#if defined(__x86_64__)
TARGET_AVX2 static byte_scan_outcome scan_fields_avx2(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_avx2, prefix_xor_avx2, write_entries, dialect, bytes, length, state, entries, capacity);
}
#elif defined(__aarch64__)
static byte_scan_outcome scan_fields_neon(
  const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length, byte_scan_state *state,
  uint32_t *entries, size_t capacity) {
  return scan_fields(
    masks_neon, prefix_xor_neon, write_entries, dialect, bytes, length, state, entries, capacity);
}
#endif

byte_scan_outcome byte_scan_fields(
  byte_scan_kernel kernel, const byte_scan_dialect *dialect, const uint8_t *bytes, size_t length,
  byte_scan_state *state, uint32_t *entries, size_t capacity) {
#if defined(__x86_64__)
  if (kernel == BYTE_SCAN_AVX512) {
    return byte_scan_fields_avx512(dialect, bytes, length, state, entries, capacity);
  }
  if (kernel == BYTE_SCAN_AVX2) {
    state->may_exceed_ascii = 1;
    return scan_fields_avx2(dialect, bytes, length, state, entries, capacity);
  }
#elif defined(__aarch64__)
  if (kernel == BYTE_SCAN_NEON) {
    state->may_exceed_ascii = 1;
    return scan_fields_neon(dialect, bytes, length, state, entries, capacity);
  }
#endif
  (void)kernel;
  state->may_exceed_ascii = 1;
  return scan_fields_scalar(dialect, bytes, length, state, entries, capacity);
}

bool byte_scan_has_kernel(byte_scan_kernel kernel) {
  switch (kernel) {
  case BYTE_SCAN_SCALAR:
    return true;
  case BYTE_SCAN_AVX2:
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")
      && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
      && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("lzcnt");
#else
    return false;
#endif
  case BYTE_SCAN_AVX512:
#if defined(__x86_64__)
    return byte_scan_has_kernel(BYTE_SCAN_AVX2) && __builtin_cpu_supports("avx512f")
      && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("vpclmulqdq");
#else
    return false;
#endif
  case BYTE_SCAN_NEON:
#if defined(__aarch64__)
    return true;
#else
    return false;
#endif
  }
  return false;
}

byte_scan_kernel byte_scan_best_kernel(void) {
  if (byte_scan_has_kernel(BYTE_SCAN_NEON)) {
    return BYTE_SCAN_NEON;
  }
  if (byte_scan_has_kernel(BYTE_SCAN_AVX512)) {
    return BYTE_SCAN_AVX512;
  }
  return byte_scan_has_kernel(BYTE_SCAN_AVX2) ? BYTE_SCAN_AVX2 : BYTE_SCAN_SCALAR;
}
