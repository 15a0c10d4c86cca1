// The calls of libxlsxwriter that muster makes. The library is looked for when a workbook is written, so that the program starts
// without it: Debian has no static one.

#pragma once

#include <xlsxwriter.h>

/// The functions by their names in the library.
struct MusterXlsxWriter {
    __typeof__(&workbook_new_opt) workbook_new_opt;
    __typeof__(&workbook_set_properties) workbook_set_properties;
    __typeof__(&workbook_add_worksheet) workbook_add_worksheet;
    __typeof__(&workbook_close) workbook_close;
    __typeof__(&worksheet_write_string) worksheet_write_string;
    __typeof__(&worksheet_write_number) worksheet_write_number;
    __typeof__(&worksheet_write_url_opt) worksheet_write_url_opt;
    __typeof__(&worksheet_freeze_panes) worksheet_freeze_panes;
};

/// Unpacks what a ZIP file holds as "deflated" (RFC 1951) with zlib.
///
/// Returns the number of bytes that were unpacked; -1 if they are no such data, are more than there is room for, or zlib is not
/// installed.
long muster_inflate(const unsigned char *packed, unsigned packed_size, unsigned char *room, unsigned size);

/// The library's functions; NULL if it is not installed.
const struct MusterXlsxWriter *muster_xlsxwriter(void);
