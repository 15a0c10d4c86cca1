import GRDB
import MusterValues

/// The conditions of a filter that ask for what is recorded of a record: its events, its citations and its posts.
extension ResolvedFilter {
    /// True if one of these conditions is given that keeps a small part of the register.
    var isNarrowedByRecords: Bool {
        !filter.statuses.isEmpty || !filter.forms.isEmpty || !filter.ever.isEmpty || !filter.sources.isEmpty
            || speakers != nil || titles != nil || !filter.postKinds.isEmpty
    }

    /// The conditions on a record of a kind.
    ///
    /// - Parameters:
    ///   - kind: the kind that is listed.
    ///   - id: the record's key in the surrounding query, such as `e.id`.
    ///   - official: the column of its official, such as `e.official_id`; nil if it has none.
    /// - Returns: the conditions, which must all hold.
    /// - Throws: `MusterError.notInList` for a state that the kind cannot have.
    func recorded(of kind: RecordKind, _ id: SQL, official: SQL? = nil) throws -> [SQL] {
        var parts: [SQL] = []
        if !sources.isEmpty {
            parts.append("\(id) IN (\(cited(kind, "c.source_id IN \(SQL.list(sources))")))")
        }
        if let speakers { parts.append("\(id) IN (\(cited(kind, "c.speaker IN \(try SQL.list(speakers))")))") }
        if let official, let post = try posts(of: kind) {
            parts.append("\(official) IN (SELECT p.official_id FROM post p WHERE \(post) AND p.standing <> 'rejected')")
        }
        if !filter.needs.isEmpty {
            let lacks = try filter.needs.map { try lacking($0, kind, id) }
            parts.append("(\(lacks.joined(separator: " OR ")))")
        }
        return parts
    }

    /// The condition on post `p` that it is one that is asked for; nil if none is. Of an official it is in the region that is asked
    /// for, too.
    func posts(of kind: RecordKind) throws -> SQL? {
        var parts: [SQL] = []
        if let titles { parts.append("p.title IN \(try SQL.list(titles))") }
        if !filter.postKinds.isEmpty { parts.append("p.kind IN \(SQL.list(filter.postKinds))") }
        if parts.isEmpty { return nil }
        if kind == .official, let regions = inRegions("p.region_code") { parts.append(regions) }
        return parts.joined(separator: " AND ")
    }

    /// The keys of the records of a kind that a citation under a condition speaks of, or of whose events it does.
    private func cited(_ kind: RecordKind, _ condition: SQL) -> SQL {
        let column = SQL(sql: kind.column)
        let stands: SQL = "\(condition) AND c.standing <> 'rejected'"
        var all: SQL = "SELECT c.\(column) FROM citation c WHERE \(stands) AND c.\(column) IS NOT NULL"
        // What is said of a group is given to its members; whoever says it need not have named them.
        let notOfGroup: SQL = """
            AND NOT EXISTS (SELECT 1 FROM group_member g CROSS JOIN event o ON o.enrollment_id = g.group_id AND o.facet = v.facet \
            AND o.value IS v.value AND o.date IS v.date CROSS JOIN citation b ON b.event_id = o.id AND b.source_id = c.source_id \
            AND b.field = c.field WHERE g.member_id = v.enrollment_id)
            """
        // What is said of an official is said of the posts and enrollments.
        let owners: [RecordKind] = kind == .official ? [.post, .enrollment] : []
        for owner in owners {
            let (table, key) = (SQL(sql: owner.name), SQL(sql: owner.column))
            all += """
                 UNION ALL SELECT x.official_id FROM citation c CROSS JOIN \(table) x ON x.id = c.\(key) WHERE \(stands) \
                AND c.\(key) IS NOT NULL AND x.official_id IS NOT NULL UNION ALL SELECT x.official_id FROM citation c \
                CROSS JOIN event v ON v.id = c.event_id CROSS JOIN \(table) x ON x.id = v.\(key) WHERE \(stands) \
                AND v.\(key) IS NOT NULL AND x.official_id IS NOT NULL \(notOfGroup)
                """
        }
        if kind.hasEvents {
            all += """
                 UNION ALL SELECT v.\(column) FROM citation c CROSS JOIN event v ON v.id = c.event_id WHERE \(stands) \
                AND v.\(column) IS NOT NULL \(notOfGroup)
                """
        }
        return all
    }

    /// The condition that a record lacks something.
    ///
    /// - Throws: `MusterError.notInList` for what no record of the kind can lack.
    private func lacking(_ need: Need, _ kind: RecordKind, _ id: SQL) throws -> SQL {
        if !need.kinds.contains(kind) {
            throw MusterError.outside(
                list: "need of \(kind.words)", value: need.words,
                allowed: Need.allCases.filter { $0.kinds.contains(kind) }.map(\.words))
        }
        let column = SQL(sql: kind.column)
        func noEvent(_ condition: SQL) -> SQL {
            let event: SQL = "\(condition) AND v.standing <> 'rejected'"
            if kind.hasEvents { return "NOT EXISTS (SELECT 1 FROM event v WHERE v.\(column) = \(id) AND \(event))" }
            // Nothing happens to an official, but to the posts and enrollments.
            return """
                NOT EXISTS (SELECT 1 FROM post x JOIN event v ON v.post_id = x.id WHERE x.official_id = \(id) AND \(event)) \
                AND NOT EXISTS (SELECT 1 FROM enrollment x JOIN event v ON v.enrollment_id = x.id WHERE x.official_id = \(id) \
                AND \(event))
                """
        }
        func own(_ condition: SQL) -> SQL {
            "EXISTS (SELECT 1 FROM \(sql: kind.name) own WHERE own.id = \(id) AND \(condition))"
        }
        switch need {
        case .date where kind == .source: return own("own.published IS NULL")
        case .date: return noEvent("v.date IS NOT NULL")
        case .address: return own("own.url IS NULL")
        case .copy: return own("own.captured IS NULL AND own.sha256 IS NULL")
        case .region: return own("own.region_code IS NULL")
        case .form, .status, .strength: return noEvent("v.facet = '\(sql: need.rawValue)'")
        case .contract: return own("own.contract = 'not_stated'")
        case .number: return own("own.group_who IS NOT NULL AND own.group_most IS NULL")
        case .secondSource: return noEvent(Self.isToldTwice)
        }
    }

    /// The condition that two sources report event `v`.
    private static let isToldTwice: SQL = """
        (SELECT count(DISTINCT b.source_id) FROM citation b WHERE b.event_id = v.id AND b.field = 'value' AND b.stance = 'supports' \
        AND b.standing <> 'rejected') > 1
        """

    /// The texts of a column that have all the words of a text, in any letter case.
    static func texts(_ column: String, of table: String, having text: String, _ db: Database) throws
        -> [String]
    {
        let words = Text.folded(text).split(separator: " ")
        // The texts of all times, each found by the index from the one before: there are far fewer texts than rows.
        let next = "SELECT min(\(column)) FROM main.\(table)_history WHERE \(column)"
        let all = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE each_text(text) AS (\(next) > '' UNION ALL SELECT (\(next) > each_text.text) FROM each_text \
                    WHERE text IS NOT NULL) SELECT text FROM each_text WHERE text IS NOT NULL
                    """))
        if words.isEmpty { throw MusterError.badValue(field: column, value: text, rule: "give at least one word") }
        return all.filter { one in
            // A redacted text is no text.
            if RedactedText.isLeft(one) { return false }
            let folded = Text.folded(one)
            return words.allSatisfy { folded.contains($0) }
        }
    }
}
