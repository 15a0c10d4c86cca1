import GRDB
import MusterValues

/// Who denies an enrollment, or says that it is unclear, and reports nothing that happened in it: no voice for its unit, its official
/// or anything else of it.
struct Denials {
    /// A source that passes on the words of a speaker, or its own.
    private struct Voice: Hashable {
        let source: Int64
        let speaker: String?
    }

    private let voices: Set<Voice>

    /// Nobody denies it.
    static let none = Denials(voices: [])

    /// The denials of enrollments, by number; of any other record there are none.
    static func all(of enrollments: some Sequence<Int64>, _ db: Database) throws -> [Int64: Denials] {
        let sql: SQL = """
            SELECT v.enrollment_id, c.source_id, c.speaker FROM event v JOIN citation c ON c.event_id = v.id AND c.field = 'value' \
            WHERE v.enrollment_id IN \(SQL.list(enrollments)) AND v.standing <> 'rejected' AND c.standing <> 'rejected' \
            AND c.stance = 'supports' GROUP BY 1, 2, 3 HAVING min(v.value IN \(SQL.list(EnrollmentState.uncounted)) \
            OR c.speech IN \(SQL.list(Speech.denials)))
            """
        return try sql.byOwner(db) { row, _ in Voice(source: try row.next(), speaker: try row.next()) }
            .mapValues { Denials(voices: Set($0)) }
    }

    /// True if a statement is by one who denies the enrollment.
    func contains(_ statement: CitedStatement) -> Bool {
        voices.contains(Voice(source: statement.source.id.number, speaker: statement.speaker))
    }
}
