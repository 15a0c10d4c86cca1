import GRDB

extension Database {
    /// Makes a change as the file's owner can: without any trigger, all of which are there again afterwards, byte for byte.
    ///
    /// They leave and come back as rows of the schema: SQLite would read the whole schema for each of hundreds.
    func withoutTriggers(_ change: () throws -> Void) throws {
        try execute(
            sql: """
                CREATE TEMP TABLE kept AS SELECT * FROM main.sqlite_master WHERE type = 'trigger';
                PRAGMA writable_schema = ON; DELETE FROM main.sqlite_master WHERE type = 'trigger';
                PRAGMA writable_schema = RESET
                """)
        try change()
        try execute(
            sql: """
                PRAGMA writable_schema = ON; INSERT INTO main.sqlite_master SELECT * FROM temp.kept;
                PRAGMA writable_schema = RESET; DROP TABLE temp.kept
                """)
    }
}
