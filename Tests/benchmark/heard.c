/* Writes down each statement that a program runs, with its arguments in place, into the file that HEARD names.
   Built as a shared object and put before libsqlite3 with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

int sqlite3_step(sqlite3_stmt *statement) {
    static int (*step)(sqlite3_stmt *);
    static FILE *heard;
    if (!step) {
        step = (int (*)(sqlite3_stmt *))dlsym(RTLD_NEXT, "sqlite3_step");
        heard = fopen(getenv("HEARD"), "w");
    }
    if (heard && !sqlite3_stmt_busy(statement)) {
        char *text = sqlite3_expanded_sql(statement);
        if (text) fprintf(heard, "%s;\n", text);
        sqlite3_free(text);
        fflush(heard);
    }
    return step(statement);
}
