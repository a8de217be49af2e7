#ifndef CSYSTEM_H
#define CSYSTEM_H

/* Exchanges two paths in one step; 0, or the errno of the failure. */
int csystem_exchange(const char *one, const char *other);

/* Opens a file that only its owner may read and write, empty; a descriptor, or minus the errno. */
int csystem_create_private(const char *path);

#endif
