#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

typedef int (*fuzzer_body)(const uint8_t *bytes, size_t count);

/* Runs libFuzzer with these arguments over `body`; its exit status, or -1 where the program is not
   linked with libFuzzer. */
int fuzzer_run(int argument_count, char **arguments, fuzzer_body body);

#endif
