#ifndef CSYSTEM_H
#define CSYSTEM_H

/* Exchanges two paths in one step; 0, or the errno of the failure. */
int csystem_exchange(const char *one, const char *other);

/* Opens a file that only its owner may read and write, empty; a descriptor, or minus the errno. */
int csystem_create_private(const char *path);

/* Opens a new, empty file in a folder that has no name, or has lost it at once, so that nothing stays
   of it; a descriptor, or minus the errno. */
int csystem_open_nameless(const char *folder);

/* Gives the room of some bytes of a file back, where the file system can; they read as zeros. */
void csystem_release(int descriptor, long long start, long long count);

#endif
