import GRDB
import MusterValues

/// A record whose events a timeline lists: its words, and what is judged wrong of it and of what it belongs to.
struct TimelineSubject {
    let name: String
    let rejected: [RecordID]

    /// The records of one kind by their numbers; a number that is not on the register is left out.
    static func all(_ kind: RecordKind, _ numbers: Set<Int64>, _ db: Database) throws -> [Int64: TimelineSubject] {
        var subjects: [Int64: TimelineSubject] = [:]
        try query(kind, numbers).each(db) { row in
            let id = try row.id(kind)
            var parts = Parts(id: id)
            try parts.judge(id, row.list(Standing.self))
            subjects[id.number] = try parts.subject(&row)
        }
        return subjects
    }

    private static func query(_ kind: RecordKind, _ numbers: Set<Int64>) -> SQL {
        let list = SQL.list(numbers)
        let unit: SQL =
            "u.standing AS unit_standing, \(SQL.designation(of: "u.id", named: "n.text")) AS designation, u.region_code"
        return switch kind {
        case .post:
            """
            SELECT s.id, s.standing, s.title, s.region_code, s.official_id, o.standing AS official_standing, \
            w.text AS holder FROM post s LEFT JOIN official o ON o.id = s.official_id \
            LEFT JOIN name w ON w.official_id = s.official_id AND w.nature = 'primary' WHERE s.id IN \(list)
            """
        case .enrollment:
            """
            SELECT s.id, s.standing, s.group_who, s.official_id, o.standing AS official_standing, w.text AS who, \
            s.unit_id, \(unit) FROM enrollment s LEFT JOIN official o ON o.id = s.official_id \
            LEFT JOIN name w ON w.official_id = s.official_id AND w.nature = 'primary' \
            LEFT JOIN unit u ON u.id = s.unit_id \
            LEFT JOIN name n ON n.unit_id = s.unit_id AND n.nature = 'primary' WHERE s.id IN \(list)
            """
        case .unit:
            """
            SELECT u.id, \(unit) FROM unit u LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
            WHERE u.id IN \(list)
            """
        default:
            """
            SELECT g.id, g.standing, n.text FROM \(sql: kind.name) g \
            LEFT JOIN name n ON n.\(sql: kind.column) = g.id AND n.nature = 'primary' WHERE g.id IN \(list)
            """
        }
    }

    /// The parts of a subject while its row is read.
    private struct Parts {
        let id: RecordID
        var rejected: [RecordID] = []

        init(id: RecordID) { self.id = id }

        mutating func judge(_ id: RecordID, _ standing: Standing?) {
            if standing == .rejected { rejected.append(id) }
        }

        /// Reads the columns after the record's own standing.
        mutating func subject(_ row: inout RowReader) throws -> TimelineSubject {
            let name: String
            switch id.kind {
            case .post:
                let (title, region): (String, String?) = (try row.next(), try row.next())
                let holder = try person(&row)
                name = "\(holder ?? "") as \(title)" + (region.map { ", \($0)" } ?? "")
            case .enrollment:
                let group: String? = try row.next()
                let official = try person(&row)
                let unit = RecordID(.unit, try row.next())
                try judge(unit, row.optionalList())
                name = "\(official ?? group ?? "") in \(try designation(&row))"
            case .unit: name = try designation(&row)
            default: name = try row.next() ?? id.description
            }
            return TimelineSubject(name: name, rejected: rejected)
        }

        /// Reads an official's number, standing and name.
        private mutating func person(_ row: inout RowReader) throws -> String? {
            let number: Int64? = try row.next()
            let standing: Standing? = try row.optionalList()
            if let number { judge(RecordID(.official, number), standing) }
            return try row.next()
        }

        /// Reads a unit's designation and region; an unnamed unit is called by its region.
        private func designation(_ row: inout RowReader) throws -> String {
            let (name, region): (String?, String?) = (try row.next(), try row.next())
            return name ?? "unnamed unit in \(region ?? "no region")"
        }
    }
}
