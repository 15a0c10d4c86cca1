// Puts the migrations into the program. A new one needs an array and a line in the list here, and a line in Package.swift.

#include "CMusterMigrations.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions" // #embed is C23; clang has it in every C

static const unsigned char registry[] = {
#embed "0001_registry.sql"
};

static const unsigned char history[] = {
#embed "0002_history.sql"
};

static const unsigned char names[] = {
#embed "0003_names.sql"
};

static const unsigned char conclusions[] = {
#embed "0004_conclusions.sql"
};

static const unsigned char groups[] = {
#embed "0005_groups.sql"
};

static const unsigned char derivations[] = {
#embed "0006_derivations.sql"
};

static const unsigned char designations[] = {
#embed "0007_designations.sql"
};

static const unsigned char changes[] = {
#embed "0008_changes.sql"
};

static const unsigned char terms[] = {
#embed "0009_terms.sql"
};

static const unsigned char set_aside[] = {
#embed "0010_set_aside.sql"
};

static const unsigned char looks[] = {
#embed "0011_looks.sql"
};

static const unsigned char claims[] = {
#embed "0012_claims.sql"
};

static const unsigned char redacted_holders[] = {
#embed "0013_redacted_holders.sql"
};

static const unsigned char former_names[] = {
#embed "0014_former_names.sql"
};

static const unsigned char redacted_looks[] = {
#embed "0015_redacted_looks.sql"
};

static const unsigned char wording[] = {
#embed "0016_wording.sql"
};

static const unsigned char texts[] = {
#embed "0017_texts.sql"
};

static const unsigned char views[] = {
#embed "0018_views.sql"
};

static const unsigned char plans[] = {
#embed "0019_plans.sql"
};

#pragma clang diagnostic pop

static const struct MusterMigration migrations[] = {
    {"0001_registry", registry, sizeof registry},
    {"0002_history", history, sizeof history},
    {"0003_names", names, sizeof names},
    {"0004_conclusions", conclusions, sizeof conclusions},
    {"0005_groups", groups, sizeof groups},
    {"0006_derivations", derivations, sizeof derivations},
    {"0007_designations", designations, sizeof designations},
    {"0008_changes", changes, sizeof changes},
    {"0009_terms", terms, sizeof terms},
    {"0010_set_aside", set_aside, sizeof set_aside},
    {"0011_looks", looks, sizeof looks},
    {"0012_claims", claims, sizeof claims},
    {"0013_redacted_holders", redacted_holders, sizeof redacted_holders},
    {"0014_former_names", former_names, sizeof former_names},
    {"0015_redacted_looks", redacted_looks, sizeof redacted_looks},
    {"0016_wording", wording, sizeof wording},
    {"0017_texts", texts, sizeof texts},
    {"0018_views", views, sizeof views},
    {"0019_plans", plans, sizeof plans},
};

size_t muster_migration_count(void) { return sizeof migrations / sizeof migrations[0]; }

struct MusterMigration muster_migration(size_t index) { return migrations[index]; }
