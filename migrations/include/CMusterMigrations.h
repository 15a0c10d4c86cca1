#ifndef C_MUSTER_MIGRATIONS_H
#define C_MUSTER_MIGRATIONS_H

#include <stddef.h>

/// One step of the schema, as it stands in a file of this folder.
struct MusterMigration {
    /// The file's name without `.sql`; the database remembers the step by it.
    const char *_Nonnull name;
    /// The file's bytes, plain SQL in UTF-8; no zero follows them.
    const unsigned char *_Nonnull sql;
    /// The number of bytes.
    size_t length;
};

/// The number of migrations.
size_t muster_migration_count(void);

/// The migration at an index below the count; the oldest is at 0.
struct MusterMigration muster_migration(size_t index);

#endif
