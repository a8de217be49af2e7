#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef STATX_ATTR_MOUNT_ROOT
#define STATX_ATTR_MOUNT_ROOT 0x2000
#endif
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif
#ifndef PIDFD_SELF_THREAD
#define PIDFD_SELF_THREAD -10000
#endif

int csystem_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int csystem_create(const char *path, unsigned mode) {
  int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)mode);
  return descriptor >= 0 ? descriptor : -errno;
}

int csystem_open_nameless(const char *folder) {
  int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    return descriptor;
  }
  /* Not every file system knows files without a name. */
  static const char name[] = "/replymeter-XXXXXX";
  size_t length = strlen(folder);
  char *path = malloc(length + sizeof name);
  if (path == NULL) {
    return -ENOMEM;
  }
  memcpy(path, folder, length);
  memcpy(path + length, name, sizeof name);
  descriptor = mkostemp(path, O_CLOEXEC);
  int code = errno;
  if (descriptor >= 0) {
    unlink(path);
  }
  free(path);
  return descriptor >= 0 ? descriptor : -code;
}

bool csystem_reserve(int descriptor, long long start, long long count) {
  return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, start, count) == 0;
}

void csystem_release(int descriptor, long long start, long long count) {
  (void)!fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, start, count);
}

bool csystem_is_in_memory(int descriptor, long long offset) {
  char byte;
  struct iovec room = {.iov_base = &byte, .iov_len = 1};
  return preadv2(descriptor, &room, 1, (off_t)offset, RWF_NOWAIT) >= 0 || errno != EAGAIN;
}

void csystem_release_pages(const struct iovec *ranges, int count) {
  long size = 0;
  for (int i = 0; i < count; i++) {
    size += (long)ranges[i].iov_len;
  }
#ifdef SYS_process_madvise
  /* At most 1024 ranges, of which older systems take none. */
  if (syscall(SYS_process_madvise, PIDFD_SELF_THREAD, ranges, count, MADV_DONTNEED, 0) == size) {
    return;
  }
#endif
  for (int i = 0; i < count; i++) {
    madvise(ranges[i].iov_base, ranges[i].iov_len, MADV_DONTNEED);
  }
}

void csystem_provide_pages(void *start, size_t count) {
  (void)madvise(start, count, MADV_POPULATE_WRITE);
}

void csystem_ask_for_huge_pages(void *start, size_t size) {
  (void)madvise(start, size, MADV_HUGEPAGE);
}

void csystem_touch(void *page) {
  *(volatile char *)page = 0;
}

void csystem_keep_pages_small(void *start, size_t size) {
  (void)madvise(start, size, MADV_NOHUGEPAGE);
}

void csystem_trim_memory(void) {
  malloc_trim(0);
}

bool csystem_is_mount_point(const char *path) {
  struct statx status;
  return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, 0, &status) == 0 &&
         (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

int csystem_terminal_width(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool csystem_is_signal_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void csystem_begin_writing(int descriptor, long long start, long long count) {
  /* What it cannot begin is written when the file is waited for. */
  (void)sync_file_range(descriptor, start, count, SYNC_FILE_RANGE_WRITE);
}
