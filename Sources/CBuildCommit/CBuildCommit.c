#include "CBuildCommit.h"

/* In C, since a definition of Swift has no value, and one small file is compiled again for it. */
#define TEXT_OF(words) #words
#define TEXT(words) TEXT_OF(words)

const char *build_commit(void) {
#ifdef BUILD_COMMIT
  return TEXT(BUILD_COMMIT);
#else
  return "";
#endif
}
