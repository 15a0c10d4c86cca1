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

// The stream of zlib 1, whose header is not among the packages that muster is built with.
struct stream {
    const unsigned char *next_in;
    unsigned avail_in;
    unsigned long total_in;
    unsigned char *next_out;
    unsigned avail_out;
    unsigned long total_out;
    const char *message;
    void *state, *allocate, *release, *opaque;
    int data_type;
    unsigned long checksum, reserved;
};

long muster_inflate(const unsigned char *packed, unsigned packed_size, unsigned char *room, unsigned size) {
    // Negative bits: without the head and the checksum of zlib's own format, which a ZIP file has not.
    enum { raw = -15, finish = 4, ended = 1 };
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return -1;
    int (*begin)(struct stream *, int, const char *, int) = (__typeof__(begin))dlsym(library, "inflateInit2_");
    int (*unpack)(struct stream *, int) = (__typeof__(unpack))dlsym(library, "inflate");
    int (*end)(struct stream *) = (__typeof__(end))dlsym(library, "inflateEnd");
    struct stream stream = {.next_in = packed, .avail_in = packed_size, .next_out = room, .avail_out = size};
    if (!begin || !unpack || !end || begin(&stream, raw, "1", sizeof stream) != 0) return -1;
    int result = unpack(&stream, finish);
    end(&stream);
    return result == ended ? (long)stream.total_out : -1;
}
