// Declares nothing: linking this target is what sets SQLite. See configure.c.
