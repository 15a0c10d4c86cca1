import GRDB
import MusterValues

/// Finds the records that a text may mean.
struct Searcher {
    let db: Database

    /// A record found by one of its names.
    struct SearchHit {
        let id: RecordID
        let match: NameMatch
        /// The name, title, address or code that matched.
        let text: String
    }

    /// The kinds that have names or titles.
    static let kinds: [RecordKind] = [.official, .unit, .programme, .region, .source]
    /// The most names looked at for one way of matching; a caller that filters afterwards may ask for more.
    static let maxNames = 500
    /// The most names looked at for one way of suggesting.
    private static let maxSuggestedNames = 200

    /// The records found, each once with its surest match, in no order.
    ///
    /// If `suggests` is false, only records with the name itself or another spelling of it. At most `limit`
    /// names are looked at for one way of matching.
    func hits(_ text: String, among kinds: [RecordKind] = kinds, suggests: Bool, limit: Int = Self.maxNames) throws
        -> [SearchHit]
    {
        let asked = Asked(text, programmes: try kinds.contains(.unit) && suggests ? programmeKeys() : [])
        var hits = try exact(text, among: kinds)
        let named = kinds.filter(\.isNamed)
        let query = SearchQuery(asked.words.words)
        let sure = named.isEmpty ? nil : query.expression(kinds: named)
        let surely = try sure.map { try names($0, asked, limit) }
        hits += surely?.hits ?? []
        hits += try newNames(asked, named)
        if kinds.contains(.source) { hits += try titles(asked, suggests: suggests, limit) }
        // Nobody reads on where so many have the name itself.
        if suggests, !named.isEmpty, surely?.read ?? 0 < limit {
            for expression in try suggestions(query, named) {
                // What the sure expression finds was read already.
                let other = sure.map { "(\(expression)) NOT (\($0))" } ?? expression
                hits += try names(other, asked, min(limit, Self.maxSuggestedNames)).hits
            }
            // Андрей Козлов, if he is on the register, is whole, although Андрей Козловский begins so.
            let isWhole = hits.contains { $0.id.kind == .official && $0.match.tier <= .key }
            if isWhole, asked.person.endsLikeSurname {
                hits.removeAll { $0.id.kind == .official && $0.match.why == .beginning }
            }
        }
        hits += try unmarked(text, among: kinds, suggests: suggests, limit)
        hits = try hits.map { try asked.hasPatronymic ? checkingPatronymic($0, asked) : $0 }
        if !suggests { hits.removeAll { $0.match.tier > .key } }
        var best: [RecordID: SearchHit] = [:]
        for hit in hits where kinds.contains(hit.id.kind) {
            if let known = best[hit.id], known.match.tier <= hit.match.tier { continue }
            best[hit.id] = hit
        }
        return Array(best.values)
    }

    /// The officials whose name a text is but for a footnote mark, as "Зуева2": the index has the number as a word that is needed.
    private func unmarked(_ text: String, among kinds: [RecordKind], suggests: Bool, _ limit: Int) throws
        -> [SearchHit]
    {
        guard kinds.contains(.official), RecordID(typedShortID: text) == nil,
            let plain = FootnoteMark.removed(from: text)
        else { return [] }
        return try hits(plain, among: [.official], suggests: suggests, limit: limit).map { hit in
            // It is another spelling of the name, and not the name itself.
            hit.match.tier < .key
                ? SearchHit(id: hit.id, match: NameMatch(tier: .key, why: .sameKey), text: hit.text) : hit
        }
    }

    /// The text searched for, split into words once for all kinds of name.
    private struct Asked {
        let words: NameWords
        let person: PersonName
        let phrase: PhraseName
        /// Kept for all names compared with the text: they have many words in common.
        private let reader = WordReader()
        /// The keys of programmes' names: a unit's name may be typed without them.
        let programmes: Set<String>

        /// True if it has a patronymic in addition to a given name and a surname.
        var hasPatronymic: Bool { words.words.count > 2 && words.words.contains(where: \.isPatronymic) }

        init(_ text: String, programmes: Set<String>) {
            words = NameWords(text)
            person = PersonName(words)
            phrase = PhraseName(words)
            self.programmes = programmes
        }

        func match(with name: String, of kind: RecordKind) -> NameMatch? {
            guard kind == .official else {
                let words = NameWords(reader.words(of: name))
                return phrase.match(with: PhraseName(words), besides: kind == .unit ? programmes : [])
            }
            let other = PersonName(name, by: reader)
            return person.match(with: other)
                ?? (person.begins(other) ? NameMatch(tier: .possible, why: .beginning) : nil)
        }
    }

    /// The records that have the text as their short id, code, name, title or address.
    private func exact(_ text: String, among kinds: [RecordKind]) throws -> [SearchHit] {
        let folded = Text.folded(text)
        return try Resolver(db: db).exact(RecordReference(text), among: kinds).map { id in
            let title = try RecordTitles(db: db).title(id)
            let isOwn =
                RecordID(typedShortID: text) != nil || Text.folded(title) == folded
                || id.code.map(RecordID.regionCodes(typed: text).contains) == true
            let why = isOwn ? MatchReason.sameText : id.kind == .source ? .address : .variant
            return SearchHit(id: id, match: NameMatch(tier: isOwn ? .exact : .variant, why: why), text: text)
        }
    }

    /// The records with the names that an expression finds, and the number of names that were read.
    private func names(_ expression: String, _ asked: Asked, _ limit: Int) throws -> (hits: [SearchHit], read: Int) {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT n.text, n.official_id, n.unit_id, n.programme_id, n.region_code FROM \
                    (SELECT rowid AS version FROM main.name_search WHERE name_search MATCH ? LIMIT ?) s \
                    CROSS JOIN main.name_history h ON h.version = s.version \
                    CROSS JOIN name n ON n.id = h.id AND n.revision = h.revision
                    """), arguments: [expression, limit])
        return (try rows.compactMap { try hit(by: $0, asked) }, rows.count)
    }

    /// The names written by the revision under way: they are put into the index only at its end.
    private func newNames(_ asked: Asked, _ kinds: [RecordKind]) throws -> [SearchHit] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT text, official_id, unit_id, programme_id, region_code FROM main.name_history \
                    WHERE version > coalesce((SELECT max(id) FROM main.name_search_docsize), 0) \
                    AND revision > coalesce((SELECT max(revision) FROM main.seal), 0) AND deleted = 0
                    """))
        return try rows.compactMap { try hit(by: $0, asked) }.filter { kinds.contains($0.id.kind) }
    }

    private func programmeKeys() throws -> Set<String> {
        let names = try String.fetchAll(
            db.cachedStatement(sql: "SELECT text FROM name WHERE programme_id IS NOT NULL AND nature <> 'expansion'"))
        return Set(names.flatMap { NameWords($0).words.flatMap(\.keys) })
    }

    /// Lowers a match to a suggestion if the person's other names have a patronymic that differs from the one asked
    /// for.
    private func checkingPatronymic(_ hit: SearchHit, _ asked: Asked) throws -> SearchHit {
        guard hit.id.kind == .official, hit.match.why == .sameKey else { return hit }
        let names = try String.fetchAll(
            db.cachedStatement(sql: "SELECT text FROM name WHERE official_id = ?"), arguments: [hit.id.number])
        let fathers = names.map { NameWords($0).words }.filter { $0.count > 2 }.flatMap { $0.filter(\.isPatronymic) }
        let isSaid = asked.words.words.filter(\.isPatronymic).contains { word in
            fathers.contains { NameWords.Word.share(word.keys, $0.keys) }
        }
        if fathers.isEmpty || isSaid { return hit }
        return SearchHit(id: hit.id, match: NameMatch(tier: .possible, why: .otherPatronymic), text: hit.text)
    }

    private func hit(by name: Row, _ asked: Asked) throws -> SearchHit? {
        guard let id = try Self.record(of: name) else { return nil }
        let text: String = name[0]
        return asked.match(with: text, of: id.kind).map { SearchHit(id: id, match: $0, text: text) }
    }

    /// The record of a name, from the columns after the text: by index, since a search reads hundreds of rows.
    static func record(of name: Row) throws -> RecordID? {
        for (index, kind) in [RecordKind.official, .unit, .programme].enumerated() {
            if let number: Int64 = name[index + 1] { return RecordID(kind, number) }
        }
        return (name[4] as String?).map { RecordID(region: $0) }
    }

    /// The sources whose title has all words of the text; surest if the whole title is the text.
    private func titles(_ asked: Asked, suggests: Bool, _ limit: Int) throws -> [SearchHit] {
        let query = SearchQuery(asked.words.words, ofNames: false)
        let expressions = [query.expression(kinds: [.source]), suggests ? query.beginning(kinds: [.source], [:]) : nil]
        return try expressions.compactMap(\.self).flatMap { expression in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT n.id, n.title, n.note FROM \
                        (SELECT rowid AS version FROM main.source_search WHERE source_search MATCH ? LIMIT ?) s \
                        CROSS JOIN main.source_history h ON h.version = s.version \
                        CROSS JOIN source n ON n.id = h.id AND n.revision = h.revision
                        """), arguments: [expression, limit])
            return try rows.map { row in
                let title: String = try row.get("title")
                let isWhole = asked.phrase.match(with: PhraseName(title))?.tier == .key
                let id = RecordID(.source, try row.get("id"))
                if isWhole { return SearchHit(id: id, match: NameMatch(tier: .key, why: .sameKey), text: title) }
                if let note: String = try row.get("note"), !TextSearcher.has(asked.words.words, in: title) {
                    return SearchHit(id: id, match: NameMatch(tier: .possible, why: .wordsOfText), text: note)
                }
                return SearchHit(id: id, match: NameMatch(tier: .possible, why: .wordsOfTitle), text: title)
            }
        }
    }
}
