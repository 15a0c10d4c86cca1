// Sets what SQLite takes only before its first use in a process, and only from C.

#include <sqlite3.h>

// SQLite counts the bytes of every allocation under one lock of the process, which makes threads wait for one another. Nothing
// here reads the counts. Its manual (Run-Time Configuration, SQLITE_CONFIG_MEMSTATUS) says what else needs them: the soft and
// hard limits of the heap, which muster does not set.
__attribute__((constructor)) static void configure(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
