/* Stands between a program and the system, and lets the calls on one place fail.

   Loaded by LD_PRELOAD. Calls that change something below the folder FAULT_UNDER are counted, from
   1, those of all threads together. The call FAULT_AT, and with FAULT_FROM_THERE each later one of
   its kind too, gets the error FAULT_CODE, or the program is killed: before the call (in the middle
   of a write) with FAULT_CODE=kill, after it with FAULT_CODE=killed. FAULT_NAMED counts calls of one
   name only. With FAULT_NO_EXCHANGE the file system cannot exchange. FAULT_LOG names a file that
   gets a line a call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool is_under[1024];
static atomic_int calls;
/* The number of this thread's last call; others may have made further ones before it returns. */
static _Thread_local int own_call;
static char struck[32];

static void note(const char *name) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  char line[64];
  int length = snprintf(line, sizeof line, "%s\n", name);
  int file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, line, length);
  syscall(SYS_close, file);
}

static bool concerns(const char *path) {
  const char *under = getenv("FAULT_UNDER");
  return under && path && strncmp(path, under, strlen(under)) == 0;
}

/* Counts a call; true where it shall fail, with errno set. */
static bool fails(const char *name) {
  const char *named = getenv("FAULT_NAMED");
  if (named && strcmp(named, name) != 0) return false;
  own_call = atomic_fetch_add(&calls, 1) + 1;
  note(name);
  const char *at = getenv("FAULT_AT"), *code = getenv("FAULT_CODE");
  if (!at || !code) return false;
  bool is_it = own_call == atoi(at);
  if (is_it) snprintf(struck, sizeof struck, "%s", name);
  else if (!(getenv("FAULT_FROM_THERE") && strcmp(struck, name) == 0)) return false;
  if (strcmp(code, "kill") == 0) raise(SIGKILL);
  if (strcmp(code, "killed") == 0) return false;
  errno = atoi(code);
  return true;
}

static long after(long result) {
  const char *at = getenv("FAULT_AT"), *code = getenv("FAULT_CODE");
  int kept = errno;
  if (at && code && own_call == atoi(at) && strcmp(code, "killed") == 0) raise(SIGKILL);
  errno = kept;
  return result;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define PASS(name, path, ...)                        \
  do {                                               \
    if (!concerns(path)) return REAL(name)(__VA_ARGS__); \
    if (fails(#name)) return -1;                     \
    return (int)after(REAL(name)(__VA_ARGS__));      \
  } while (0)

static int opened(int descriptor, const char *path) {
  if (descriptor >= 0 && descriptor < 1024) is_under[descriptor] = concerns(path);
  return descriptor;
}

#define OPENING(name)                                                     \
  int name(const char *path, int flags, ...) {                            \
    va_list list;                                                         \
    va_start(list, flags);                                                \
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;             \
    va_end(list);                                                         \
    bool counts = concerns(path) && flags & O_CREAT;                      \
    if (counts && fails("open")) return -1;                               \
    int descriptor = opened(REAL(name)(path, flags, mode), path);         \
    return counts ? (int)after(descriptor) : descriptor;                  \
  }
OPENING(open)
OPENING(open64)

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < 1024) is_under[descriptor] = false;
  return REAL(close)(descriptor);
}

static bool is_watched(int descriptor) {
  return descriptor >= 0 && descriptor < 1024 && is_under[descriptor];
}

/* Whether the next call is one that the program is killed in. */
static bool is_torn(void) {
  const char *at = getenv("FAULT_AT"), *code = getenv("FAULT_CODE");
  return at && code && calls + 1 == atoi(at) && strcmp(code, "kill") == 0;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (!is_watched(descriptor)) return REAL(write)(descriptor, bytes, count);
  if (is_torn()) REAL(write)(descriptor, bytes, count / 2);
  if (fails("write")) return -1;
  return after(REAL(write)(descriptor, bytes, count));
}

#define WRITING_AT(name)                                                            \
  ssize_t name(int descriptor, const void *bytes, size_t count, off_t offset) {     \
    if (!is_watched(descriptor)) return REAL(name)(descriptor, bytes, count, offset); \
    if (is_torn()) REAL(name)(descriptor, bytes, count / 2, offset);                \
    if (fails("write")) return -1;                                                  \
    return after(REAL(name)(descriptor, bytes, count, offset));                     \
  }
WRITING_AT(pwrite)
WRITING_AT(pwrite64)

int fsync(int descriptor) {
  if (!is_watched(descriptor)) return REAL(fsync)(descriptor);
  if (fails("fsync")) return -1;
  return (int)after(REAL(fsync)(descriptor));
}

int flock(int descriptor, int operation) {
  if (!is_watched(descriptor)) return REAL(flock)(descriptor, operation);
  if (fails("flock")) return -1;
  return (int)after(REAL(flock)(descriptor, operation));
}

int mkdir(const char *path, mode_t mode) { PASS(mkdir, path, path, mode); }
int rmdir(const char *path) { PASS(rmdir, path, path); }
int unlink(const char *path) { PASS(unlink, path, path); }
int chmod(const char *path, mode_t mode) { PASS(chmod, path, path, mode); }
int symlink(const char *target, const char *path) { PASS(symlink, path, target, path); }
int rename(const char *from, const char *to) { PASS(rename, to, from, to); }

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  if (concerns(to) && getenv("FAULT_NO_EXCHANGE")) {
    errno = EINVAL;
    return -1;
  }
  PASS(renameat2, to, from_folder, from, to_folder, to, flags);
}
