import GRDB
import MusterValues

/// What rests on a source that is set aside.
extension SettingAside {
    /// Tells of the sources that repeat this one and no other that counts. Whether they know more is for a person to say.
    func noteRepeaters() throws {
        let repeaters = try Int64.fetchAll(
            db,
            sql: """
                WITH repeated(id, origin) AS (SELECT id, derived_from FROM source WHERE derived_from IS NOT NULL \
                UNION SELECT source_id, derived_from FROM derivation) \
                SELECT d.id FROM repeated d JOIN source r ON r.id = d.id AND r.set_aside IS NULL \
                WHERE d.origin = ? AND NOT EXISTS (SELECT 1 FROM repeated o JOIN source s ON s.id = o.origin \
                WHERE o.id = d.id AND s.set_aside IS NULL) ORDER BY d.id
                """, arguments: [source.number])
        for number in repeaters { transaction.note(RecordID(.source, number), .stillRepeats(source)) }
    }

    /// The deaths cited from the source that have no second origin without it.
    func deathsOfOneOrigin() throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT v.id FROM citation c JOIN event v ON v.id = c.event_id WHERE c.source_id = ? \
                AND v.value = 'killed' AND v.standing <> 'rejected' ORDER BY v.id
                """, arguments: [source.number]
        ).filter { try SourceOrigins.ofValue(of: $0, db).count < 2 }
    }

    /// The condition that record `r` of a kind is cited from the source, and that neither it nor what belongs to it has another
    /// word for it.
    static func rests(_ kind: RecordKind) -> String {
        let cited = "EXISTS (SELECT 1 FROM citation c WHERE c.\(kind.column) = r.id AND c.stance = 'supports'"
        let belonging: [(table: String, column: String)] =
            switch kind {
            case .post, .enrollment: [("event", kind.column)]
            case .official: [("post", kind.column), ("enrollment", kind.column)]
            case .unit: [("event", kind.column), ("enrollment", kind.column), ("unit", "part_of")]
            case .programme: [("unit", kind.column)]
            default: []
            }
        let others = belonging.map { table, column in
            " AND NOT EXISTS (SELECT 1 FROM \(table) v WHERE v.\(column) = r.id AND v.standing <> 'rejected')"
        }
        return """
            \(cited) AND c.source_id = :source) AND NOT \(cited) AND c.standing <> 'rejected')\(others.joined())
            """
    }
}
