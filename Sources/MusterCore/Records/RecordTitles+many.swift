import GRDB
import MusterValues

extension RecordTitles {
    /// The primary names of records of kinds that have names; one without a name is left out.
    ///
    /// - Parameter ids: the records, of whatever kinds.
    /// - Returns: the names. It costs one query for each kind.
    /// - Throws: the errors of the database.
    func names(of ids: some Sequence<RecordID>) throws -> [RecordID: String] {
        var names: [RecordID: String] = [:]
        for (kind, own) in Dictionary(grouping: ids, by: \.kind) where kind.isNamed && kind != .source {
            let column = SQL(sql: kind.column)
            let sql: SQL = """
                SELECT \(column), text FROM name WHERE \(column) \(try kind.match(own)) AND nature = 'primary'
                """
            try sql.each(db) { row in
                let id = try kind == .region ? RecordID(region: row.next()) : RecordID(kind, row.next())
                names[id] = try row.next() as String
            }
        }
        return names
    }

    /// The titles of records, each as `title` gives it.
    ///
    /// - Parameter ids: the records, of whatever kinds.
    /// - Returns: the titles, of a record that is not on the register its id. It costs a few queries for each kind.
    /// - Throws: `MusterError.unreadable` for a value that a column cannot hold.
    func titles(of ids: some Sequence<RecordID>) throws -> [RecordID: String] {
        var titles: [RecordID: String] = [:]
        for (kind, own) in Dictionary(grouping: ids, by: \.kind) {
            let own = Array(Set(own))
            let told: [RecordID: String] =
                switch kind {
                case .region, .programme, .official: try names(of: own)
                case .unit: try units(own)
                case .source: try sources(own)
                case .post: try posts(own)
                case .enrollment: try enrollments(own)
                case .event: try events(own)
                case .citation: try citations(own)
                }
            for id in own { titles[id] = told[id] ?? id.description }
        }
        return titles
    }

    private func sources(_ ids: [RecordID]) throws -> [RecordID: String] {
        let sql: SQL = "SELECT id, title FROM source WHERE id \(try RecordKind.source.match(ids))"
        return try Dictionary(uniqueKeysWithValues: sql.all(db) { (RecordID(.source, try $0.next()), try $0.next()) })
    }

    /// The designations with their places, such as "10-й батальон, BARS-Crimea", because two units may each have a part so named.
    private func units(_ ids: [RecordID]) throws -> [RecordID: String] {
        let sql: SQL = """
            SELECT u.id, u.region_code, \(SQL.designation(of: "u.id", named: "n.text")) FROM unit u \
            LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' WHERE u.id \(try RecordKind.unit.match(ids))
            """
        var titles: [RecordID: String] = [:]
        try sql.each(db) { row in
            let id = RecordID(.unit, try row.next())
            let (region, name): (String?, String?) = (try row.next(), try row.next())
            titles[id] = name ?? "unnamed unit in \(region ?? id.description)"
        }
        for id in ids where titles[id] == nil { titles[id] = "unnamed unit in \(id)" }
        return titles
    }

    private func posts(_ ids: [RecordID]) throws -> [RecordID: String] {
        let sql: SQL = "SELECT id, official_id, title, region_code FROM post WHERE id \(try RecordKind.post.match(ids))"
        let posts = try sql.all(db) { row in
            let (id, holder) = (RecordID(.post, try row.next()), RecordID(.official, try row.next()))
            return (id: id, holder: holder, title: try row.next() as String, region: try row.next() as String?)
        }
        let names = try names(of: Set(posts.map(\.holder)))
        let titles = posts.map { post in
            (post.id, "\(names[post.holder] ?? "") as \(post.title)" + (post.region.map { ", \($0)" } ?? ""))
        }
        return Dictionary(uniqueKeysWithValues: titles)
    }

    private func enrollments(_ ids: [RecordID]) throws -> [RecordID: String] {
        let sql: SQL = """
            SELECT id, official_id, group_who, unit_id FROM enrollment WHERE id \(try RecordKind.enrollment.match(ids))
            """
        let enrolled = try sql.all(db) { row in
            let (id, official) = (RecordID(.enrollment, try row.next()), try row.next() as Int64?)
            return (
                id: id, official: official.map { RecordID(.official, $0) }, group: try row.next() as String?,
                unit: RecordID(.unit, try row.next())
            )
        }
        let names = try names(of: Set(enrolled.compactMap(\.official)))
        let units = try titles(of: enrolled.map(\.unit))
        let titles = enrolled.map { one in
            (one.id, "\(one.official.map { names[$0] ?? "" } ?? one.group ?? "") in \(units[one.unit] ?? "")")
        }
        return Dictionary(uniqueKeysWithValues: titles)
    }

    private func events(_ ids: [RecordID]) throws -> [RecordID: String] {
        let sql: SQL = "SELECT * FROM event WHERE id \(try RecordKind.event.match(ids))"
        let events = try sql.rows(db).map { row in
            (
                id: RecordID(.event, try row.get("id")), words: try row.eventValue().words,
                other: (try row.get("other_unit") as Int64?).map { RecordID(.unit, $0) },
                subject: try RecordKind.event.field(.of)?.reference(in: row)
            )
        }
        let told = try titles(of: events.compactMap(\.other) + events.compactMap(\.subject))
        let titles = events.map { event in
            let words = [event.words, event.other.flatMap { told[$0] }].compactMap(\.self).joined(separator: " ")
            return (event.id, event.subject.flatMap { told[$0] }.map { "\(words): \($0)" } ?? words)
        }
        return Dictionary(uniqueKeysWithValues: titles)
    }

    private func citations(_ ids: [RecordID]) throws -> [RecordID: String] {
        let sql: SQL = "SELECT * FROM citation WHERE id \(try RecordKind.citation.match(ids))"
        let titles = try sql.rows(db).map { row in
            let (field, stated): (String, String) = (try row.get("field"), try row.get("stated"))
            let subject = try RecordKind.citation.field(.of)?.reference(in: row)
            return (
                RecordID(.citation, try row.get("id")), "\(field.spaced)\(subject.map { " of \($0)" } ?? ""): \(stated)"
            )
        }
        return Dictionary(uniqueKeysWithValues: titles)
    }
}

extension RecordKind {
    /// The condition, without its left side, that a column is the key of one of some records of this kind.
    ///
    /// One record is asked for by its key itself: a list costs a third more, and many callers ask for one.
    fileprivate func match(_ ids: [RecordID]) throws -> SQL {
        if self == .region {
            let codes = ids.compactMap(\.code)
            return try codes.count == 1 ? "= \(codes[0])" : "IN \(SQL.list(codes))"
        }
        return ids.count == 1 ? "= \(ids[0].number)" : "IN \(SQL.list(ids.map(\.number)))"
    }
}
