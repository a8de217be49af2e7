#include "CFuzzer.h"

/* Weak, so that an ordinary build links: only script/fuzz brings libFuzzer along. */
__attribute__((weak)) int LLVMFuzzerRunDriver(
    int *argument_count, char ***arguments, fuzzer_body body);

int fuzzer_run(int argument_count, char **arguments, fuzzer_body body) {
  if (!LLVMFuzzerRunDriver) return -1;
  return LLVMFuzzerRunDriver(&argument_count, &arguments, body);
}
