#ifndef CBUILDCOMMIT_H
#define CBUILDCOMMIT_H

/* The commit that the build was told it is of; empty where it was told none. */
const char *build_commit(void);

#endif
