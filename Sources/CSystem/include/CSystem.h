#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/uio.h>

/* Exchanges two paths in one step; 0, or the errno of the failure. */
int csystem_exchange(const char *one, const char *other);

/* Opens a new file for writing; a descriptor, or minus the errno. */
int csystem_create(const char *path, unsigned mode);

/* Whether a file system, or a part of one, is mounted at a path; false where nobody knows (before
   Linux 5.8). */
bool csystem_is_mount_point(const char *path);

/* Columns of a terminal; 0 for what is none, or does not know. */
int csystem_terminal_width(int descriptor);

/* Whether the program was started with a signal ignored, as nohup does. */
bool csystem_is_signal_ignored(int number);

/* Opens a new, empty file in a folder that has no name, or has lost it at once, so that nothing stays
   of it; a descriptor, or minus the errno. */
int csystem_open_nameless(const char *folder);

/* Begins to write some bytes of a file from memory to the disk, and does not wait for it. */
void csystem_begin_writing(int descriptor, long long start, long long count);

/* Has the file system find room for some bytes of a file, whose size stays as it is; false where it
   cannot. */
bool csystem_reserve(int descriptor, long long start, long long count);

/* Gives the room of some bytes of a file back, where the file system can; they read as zeros. */
void csystem_release(int descriptor, long long start, long long count);

/* Whether a byte of a file is in memory, so that it can be read without waiting for the device; true
   too where nobody knows (before Linux 4.14, and of some file systems). */
bool csystem_is_in_memory(int descriptor, long long offset);

/* Gives whole pages of memory back to the system, all at once where it can (from Linux 6.14 on); they
   read as zeros if they are used again. */
void csystem_release_pages(const struct iovec *ranges, int count);

/* Has the system provide whole pages of memory that will be written soon; where it cannot (before Linux
   5.14) it provides each when it is first written. */
void csystem_provide_pages(void *start, size_t count);

/* Asks the system for huge pages, each of which it provides when any of it is first touched, where it has
   such pages. */
void csystem_ask_for_huge_pages(void *start, size_t size);

/* Has the system provide the page of an address that nothing was written to; from Linux 6.4 on mostly no
   other thread waits meanwhile that maps memory. */
void csystem_touch(void *page);

/* Has the system provide small pages only, also where it provides huge ones unasked. */
void csystem_keep_pages_small(void *start, size_t size);

/* Gives memory back to the system that was freed in small pieces, which the allocator keeps. */
void csystem_trim_memory(void);

/* Asks for memory that will be read soon, so that it is fetched meanwhile. */
static inline void csystem_prefetch(const void *address) { __builtin_prefetch(address); }

/* The same for memory that will be written. */
static inline void csystem_prefetch_for_writing(void *address) { __builtin_prefetch(address, 1); }

#endif
