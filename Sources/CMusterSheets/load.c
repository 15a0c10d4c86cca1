#include "CMusterSheets.h"

#include <dlfcn.h>
#include <stddef.h>

// The number is that of the functions' shape (SONAME): the header that this is compiled with has the same.
static const char *const file = "libxlsxwriter.so.4";

#define FIND(name)                                                                                                                        \
    if (!(writer.name = (__typeof__(writer.name))dlsym(library, #name))) return NULL

const struct MusterXlsxWriter *muster_xlsxwriter(void) {
    static struct MusterXlsxWriter writer;
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    FIND(workbook_new_opt);
    FIND(workbook_set_properties);
    FIND(workbook_add_worksheet);
    FIND(workbook_close);
    FIND(worksheet_write_string);
    FIND(worksheet_write_number);
    FIND(worksheet_write_url_opt);
    FIND(worksheet_freeze_panes);
    return &writer;
}
