import Foundation
import GRDB
import Testing

/// Tests that the command answers with a sentence and an exit code, and never traps, on files that a shell changed past
/// the CHECKs and triggers.
struct SpoiltFileCommandTests {
    /// A change by a shell, a question about it, and the sentence of the refusal; the sentence is nil if the question
    /// need not fail.
    struct Spoilt {
        let sql: String
        let question: String
        let sentence: String?

        init(_ sql: String, _ question: String, _ sentence: String? = nil) {
            (self.sql, self.question, self.sentence) = (sql, question, sentence)
        }
    }

    static let spoilt = [
        Spoilt("UPDATE unit SET kind = 'flotilla' WHERE id = 1", "units", "U1 holds the kind 'flotilla'"),
        Spoilt("UPDATE unit SET standing = 'perhaps' WHERE id = 2", "units", "U2 holds the standing 'perhaps'"),
        Spoilt("UPDATE unit SET ordinal = -7 WHERE id = 1", "show U1"),
        Spoilt("UPDATE unit SET ordinal = 9223372036854775807 WHERE id = 1", "report national"),
        Spoilt("UPDATE unit SET region_code = 'XX-NONE' WHERE id = 1", "units", "U1 holds the region"),
        Spoilt("UPDATE unit SET part_of = 99 WHERE id = 1", "show U1"),
        Spoilt("UPDATE official SET standing = 'lost' WHERE id = 1", "officials", "O1 holds the standing 'lost'"),
        Spoilt("UPDATE post SET kind = 'king' WHERE id = 1", "show P1", "P1 holds the kind 'king'"),
        Spoilt("UPDATE post SET level = 'galactic' WHERE id = 1", "show P1", "P1 holds the level 'galactic'"),
        Spoilt("UPDATE post SET official_id = 99 WHERE id = 1", "show P1"),
        Spoilt("UPDATE enrollment SET contract = 'oral' WHERE id = 1", "enrollments", "E1 holds the contract 'oral'"),
        Spoilt("UPDATE enrollment SET unit_id = 99 WHERE id = 1", "show E1"),
        Spoilt("UPDATE enrollment SET group_least = -5 WHERE group_who IS NOT NULL", "enrollments"),
        Spoilt("UPDATE enrollment SET group_most = 9223372036854775807 WHERE group_who IS NOT NULL", "units"),
        Spoilt("UPDATE event SET value = 'vanished' WHERE facet = 'state'", "enrollments", "'vanished'"),
        Spoilt("UPDATE event SET facet = 'mood' WHERE id = 1", "show V1", "holds the mood"),
        Spoilt("UPDATE event SET date = 'yesterday', earliest = 'soon', latest = 'late' WHERE id = 1", "show V1"),
        Spoilt("UPDATE source SET kind = 'rumour' WHERE id = 1", "sources", "S1 holds the kind 'rumour'"),
        Spoilt("UPDATE source SET derived_from = 99, relation = 'quotes' WHERE id = 1", "sources"),
        Spoilt("UPDATE source SET published = 'soon' WHERE id = 1", "sources"),
        Spoilt("UPDATE citation SET field = 'shoe_size' WHERE id = 1", "show U1"),
        Spoilt("UPDATE citation SET stance = 'sideways'", "show U1", "holds the stance 'sideways'"),
        Spoilt("UPDATE citation SET speech = 'sung'", "show U1", "holds the speech 'sung'"),
        Spoilt("UPDATE name SET nature = 'secret' WHERE nature <> 'primary'", "show BARS"),
    ]

    private static let demo = "muster demo --db muster.db"

    /// Every command that only reads, and some that read before they write.
    private static let commands = [
        "regions", "units --format json", "units --on 2025-06-15", "officials --format csv",
        "enrollments --format json",
        "enrollments --on 2025-06-15", "sources --format csv", "search Novikov", "search Kursk --format json",
        "duplicates --least 1", "report national --format json", "report region RU-KGD --on 2025-06-15", "show U1",
        "show E1 --format json", "timeline O1", "timeline U1 --format json", "timeline RU-KGD --format csv",
        "log U1", "diff 3 30 --format csv", "verify", "doctor",
        "edit U1 ordinal=3", "event U1 disbanded --source S1", "merge U1 U2", "revert 20",
    ]

    /// Every third command is run on a file: the changes of a table stand together and divide the commands among them.
    /// `SpoiltFileTests` puts all questions to every file of such changes, without a process for each.
    @Test(arguments: spoilt.indices)
    func `a spoilt file is answered or refused in a sentence by every command`(index: Int) throws {
        let one = Self.spoilt[index]
        let muster = try Command(after: Self.demo)
        defer { muster.remove() }
        try Self.spoil(muster.folder.appending(path: "muster.db").path, one.sql)
        let commands = Self.commands.enumerated().filter { ($0.offset + index).isMultiple(of: 3) }.map(\.element)
        for command in commands + [one.question] {
            let result = try muster.shell("muster \(command)")
            #expect(
                !result.isKilled && (result.code == 0 || (64...77).contains(result.code)), "\(command): \(result.code)")
            // `doctor` prints its findings on standard output.
            let said = command == "doctor" ? !result.output.isEmpty : result.errors.contains("muster: ")
            #expect(result.code == 0 || said, "\(command): \(result.errors)")
            for word in ["SELECT", ".swift", "Fatal", "SQLite error"] {
                #expect(!(result.errors + result.output).contains(word), "\(command): \(result.errors)")
            }
        }
        guard let sentence = one.sentence else { return }
        let refused = try muster.shell("muster \(one.question)")
        #expect(refused.code != 0 && refused.errors.contains(sentence), "\(refused.errors)")
    }

    @Test func `where the search's index alone is damaged, no command sends to a copy`() throws {
        let muster = try Command(after: Self.demo)
        defer { muster.remove() }
        let database = try DatabaseQueue(path: muster.folder.appending(path: "muster.db").path)
        try database.inDatabase { try $0.execute(sql: "DELETE FROM name_search_data WHERE id = 10") }
        for line in ["add unit BARS-X --region RU-TUL --source S1", "search Novikov", "verify"] {
            let result = try muster.shell("muster \(line)")
            #expect(
                result.code == 65 && result.errors.hasSuffix("; 'muster doctor' says what to do\n"), "\(result.errors)")
        }
        #expect(try muster("doctor").output.contains("make it anew with 'muster doctor --mend"))
        #expect(try muster("doctor", "--mend").code == 0)
        #expect(try muster("add", "unit", "BARS-X", "--region", "RU-TUL", "--source", "S1").code == 0)
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "there is no terminal to be had"))
    func `a carriage return in a file steers no terminal, and is in the CSV of a pipe as it is`() throws {
        let muster = try Command(after: Self.demo)
        defer { muster.remove() }
        let path = muster.folder.appending(path: "muster.db").path
        try Self.spoil(
            path, "UPDATE source SET title = 'Honest' || char(13) || 'Forged' || char(27) || '[8m' WHERE id = 1")
        let command = "muster report national --format csv"
        #expect(try muster.shell(command).output.contains("\"Honest\rForged\u{1b}[8m\""))
        let shown = try muster.shell("script -qec '\(command)' /dev/null").output
        #expect(shown.contains("Honest\\u{d}Forged\\u{1b}[8m") && !shown.contains("\u{1b}"))
    }

    /// Changes rows past the CHECKs and the triggers, and then puts the triggers back.
    private static func spoil(_ path: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction { db in
            // The triggers leave and come back as rows of the schema: SQLite would read all of it for each of hundreds.
            try db.execute(
                sql: """
                    CREATE TEMP TABLE kept AS SELECT * FROM main.sqlite_master WHERE type = 'trigger';
                    PRAGMA writable_schema = ON; DELETE FROM main.sqlite_master WHERE type = 'trigger';
                    PRAGMA writable_schema = RESET; PRAGMA ignore_check_constraints = ON; \(sql)
                    """)
            #expect(db.changesCount > 0, "\(sql)")
            try db.execute(
                sql: """
                    PRAGMA writable_schema = ON; INSERT INTO main.sqlite_master SELECT * FROM temp.kept;
                    PRAGMA writable_schema = RESET
                    """)
        }
    }
}
