import GRDB
import MusterValues

/// Finds groups that may be the same people.
///
/// Two sources word one group in two ways and in two languages, so two groups of a unit are offered whatever their words.
struct GroupDuplicates {
    let db: Database

    private struct Group {
        let id: RecordID
        let unit: RecordID
        let size: GroupSize
        let kind: String?
        let level: String?
        let region: String?
        var wordings: [[NameWords.Word]]
        /// The sources that tell of it.
        var sources: Set<Int64> = []
        var days = Days()
    }

    /// The days on which a group was in the unit, as far as they are certain.
    private struct Days {
        /// The first day on which it can have been there; nil if any day can be.
        var first: String?
        /// The last day on which it can have been there; nil if any day can be.
        var last: String?

        /// True if one was gone before the other came.
        func areApart(_ other: Days) -> Bool {
            if let last, let first = other.first, last < first { return true }
            if let last = other.last, let first, last < first { return true }
            return false
        }
    }

    func pairs() throws -> [ScoredPair] {
        let groups = try groups(in: nil)
        var buckets = Buckets()
        for (index, group) in groups.enumerated() { buckets.add(index, group.unit.description) }
        return buckets.pairs().map { Self.pair(groups[$0[0]], groups[$0[1]]) }
    }

    /// The other groups of a unit that a group is likely to be, the likeliest first.
    ///
    /// Two groups of one unit alone are not likely to be one: more speaks for it than against it, or the source of one goes back to that of
    /// the other.
    func likely(_ group: RecordID, in unit: RecordID) throws -> [RecordID] {
        let groups = try groups(in: unit)
        guard let own = groups.first(where: { $0.id == group }) else { return [] }
        let found = try groups.filter { $0.id != group }.compactMap { other -> (score: Int, id: RecordID)? in
            let score = Self.pair(own, other).score
            guard try score >= 60 || score >= 50 && haveOneOrigin(own, other) else { return nil }
            return (score, other.id)
        }
        return found.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map(\.id)
    }

    private func haveOneOrigin(_ one: Group, _ other: Group) throws -> Bool {
        try one.sources.contains { source in
            try other.sources.contains { second in
                if source == second { return false }
                let said = [source, second].map { SourceOrigins.Statement(source: $0, speaker: nil) }
                return try SourceOrigins(of: [source, second], db).voices(of: said).count == 1
            }
        }
    }

    /// The groups, or those of one unit; a group that is alone in its unit is left out.
    private func groups(in unit: RecordID?) throws -> [Group] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.* FROM enrollment e JOIN unit u ON u.id = e.unit_id WHERE e.group_who IS NOT NULL \
                AND e.standing <> 'rejected' AND u.standing <> 'rejected'\(unit == nil ? "" : " AND e.unit_id = ?") ORDER BY e.id
                """, arguments: StatementArguments(unit.map { [$0.number] } ?? []))
        let perUnit = Dictionary(grouping: rows) { $0["unit_id"] as DatabaseValue }
        var groups = try rows.compactMap { row -> Group? in
            guard perUnit[row["unit_id"], default: []].count > 1, let size = try GroupSize(row: row) else { return nil }
            return Group(
                id: RecordID(.enrollment, try row.get("id")), unit: RecordID(.unit, try row.get("unit_id")), size: size,
                kind: try row.get("group_kind"), level: try row.get("group_level"), region: try row.get("group_region"),
                wordings: [Self.words(of: try row.get("group_who"))])
        }
        for index in groups.indices {
            let citations = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT source_id, field, stated FROM citation WHERE enrollment_id = ? AND stance = 'supports' \
                        AND standing <> 'rejected'
                        """), arguments: [groups[index].id.number])
            groups[index].sources = Set(try citations.map { try $0.get("source_id") })
            groups[index].wordings += try citations.filter { try $0.get("field") == FieldName.group.rawValue }.map {
                Self.words(of: try $0.get("stated"))
            }
            groups[index].days = try days(of: groups[index].id)
        }
        return groups
    }

    private func days(of group: RecordID) throws -> Days {
        let events = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT value, date, earliest, latest FROM event WHERE enrollment_id = ? AND facet = 'state' \
                    AND standing <> 'rejected'
                    """), arguments: [group.number])
        let ends = Set(EnrollmentState.all(.ends).map(\.rawValue))
        let left = try events.filter { ends.contains(try $0.get("value")) }
        let there = try events.filter { try !ends.contains($0.get("value")) }
        var days = Days()
        let first = try there.map { try $0.get("earliest") as String? }
        if !first.contains(nil) { days.first = first.compactMap(\.self).min() }
        let last = try left.map { try $0.get("latest") as String? }
        if !last.contains(nil), let end = last.compactMap(\.self).max() {
            // Who was seen again after leaving did not leave for good; a beginning without a date was before.
            let isBack = try there.contains { event in
                try event.get("date") as String? != nil && event.get("latest") as String? ?? "9999" > end
            }
            if !isBack { days.last = end }
        }
        return days
    }

    private static func pair(_ one: Group, _ other: Group) -> ScoredPair {
        var pair = ScoredPair(one.id, other.id, score: 50, because: .groupsOfOneUnit, unit: one.unit)
        if let points = points(one.wordings, other.wordings) { pair.add(points, because: .likeWording) }
        if let kind = one.kind, let second = other.kind {
            pair.add(kind == second ? 10 : -20, because: kind == second ? .oneKindOfPost : .differentKindsOfPost)
        } else if let level = one.level, let second = other.level, level != second {
            pair.add(-20, because: .differentKindsOfPost)
        }
        if let region = one.region, let second = other.region {
            if region == second {
                pair.add(10, because: .postsInOneRegion, region: region)
            } else if !RecordID.isRegion(region, in: second), !RecordID.isRegion(second, in: region) {
                pair.add(-25, because: .postsInDifferentRegions)
            }
        }
        if one.size.both(other.size) == nil { pair.add(-30, because: .differentNumbers) }
        if one.days.areApart(other.days) { pair.add(-30, because: .differentTimes) }
        // A source that tells of two groups means two, unless it says otherwise.
        if !one.sources.isDisjoint(with: other.sources) { pair.add(-25, because: .oneSource) }
        return pair
    }

    /// The words of a wording that say something: not "of" or "the", and not "city" or "region".
    private static func words(of text: String) -> [NameWords.Word] {
        NameWords.all(text).filter { $0.written.count > 3 && !PhraseName.isKind($0) }
    }

    /// The points for the two most similar wordings: more if they have the same words than if one has those of the other
    /// and some besides; nil if each has words of its own.
    private static func points(_ one: [[NameWords.Word]], _ other: [[NameWords.Word]]) -> Int? {
        let found = one.flatMap { words in
            other.compactMap { others -> Int? in
                let short = words.count <= others.count ? words : others
                let long = words.count <= others.count ? others : words
                let isPart = short.allSatisfy { word in
                    long.contains { NameWords.Word.share(word.sureKeys, $0.sureKeys) }
                }
                return short.isEmpty || !isPart ? nil : short.count == long.count ? 25 : 15
            }
        }
        return found.max()
    }
}
