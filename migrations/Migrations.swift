/// The registry's migrations, in the order in which they are applied.
public enum Migrations {
    /// One step of the schema.
    public struct Step: Sendable {
        /// The name that the database remembers it by; the file's name without `.sql`.
        public let name: String
        /// Its plain SQL, in UTF-8.
        public let sql: [UInt8]
    }

    /// Every step, oldest first; a test compares the list with the folder.
    public static let all: [Step] = [
        Step(name: "0001_registry", sql: PackageResources._001_registry_sql),
        Step(name: "0002_history", sql: PackageResources._002_history_sql),
        Step(name: "0003_names", sql: PackageResources._003_names_sql),
    ]
}
