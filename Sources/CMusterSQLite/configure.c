// Sets what SQLite takes only before its first use in a process, and only from C; and what the C library does with its memory.

#include <sqlite3.h>
#include <stddef.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// SQLite counts the bytes of every allocation under one lock of the process, which makes threads wait for one another. Nothing
// here reads the counts. Its manual (Run-Time Configuration, SQLITE_CONFIG_MEMSTATUS) says what else needs them: the soft and
// hard limits of the heap, which muster does not set.
//
// A question about states opens some 30 temporary tables of a page or two. SQLite takes 20 pages for each at once
// (SQLITE_CONFIG_PAGECACHE), and the C library hands what is freed back to the system and takes it again as zeros: together
// three quarters of the time of such a question about a few records. So SQLite takes two, and up to 16 MB that are free are kept.
// Setting one of the library's thresholds ends its own tuning of the other, so both are set.
__attribute__((constructor)) static void configure(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 2);
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 16 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}
