import CMusterMigrations
import MusterValues

/// The registry's migrations, in the order in which they are applied: the `.sql` files of the folder `migrations`,
/// which are compiled into the program.
enum Migrations {
    /// One step of the schema.
    struct Step {
        /// The name under which the database records it: the file's name without `.sql`.
        let name: String
        /// The whole text of the file.
        let sql: String
    }

    /// Every step, oldest first; a test compares the list with the folder.
    static let all: [Step] = (0..<muster_migration_count()).map { index in
        let file = muster_migration(index)
        let bytes = UnsafeBufferPointer(start: file.sql, count: file.length)
        return Step(name: String(cString: file.name), sql: String(decoding: bytes, as: UTF8.self))
    }
}
