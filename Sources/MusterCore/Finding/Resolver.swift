import Foundation
import GRDB
package import MusterValues

/// Finds the record that a person means by a name, a code or a short id.
struct Resolver {
    let db: Database

    /// The only record of these kinds that a reference names.
    ///
    /// Tried in this order: a short id; a region's code; every recorded name variant, exact except for letter case,
    /// character width and white space; every name that the text spells in another way. A name that is merely similar
    /// decides nothing. A short id is never also read as a unit's name with the number of its region.
    ///
    /// - Throws: `MusterError.ambiguous` with the candidates, or `.unknownRecord` with the nearest names.
    func resolve(_ reference: RecordReference, among kinds: [RecordKind], fix: Remedy? = nil) throws -> RecordID {
        if let known = reference.known, kinds.contains(known.kind) { return known }
        let text = reference.text
        let found = try candidates(reference, among: kinds)
        let canBeNumbered = reference.id == nil && kinds.contains(.unit)
        let numbered = try canBeNumbered ? ofNumberedRegion(text).filter { !found.contains($0) } : []
        if found.count == 1, numbered.isEmpty { return found[0] }
        if found.count + numbered.count > 0 {
            throw MusterError.ambiguous(
                text, candidates: try found.map { try candidate($0) } + numbered.map(candidateByNumber))
        }
        if kinds == [.region] { throw MusterError.unknownRegion(text, nearest: try nearestRegions(to: text)) }
        if let id = reference.id, !kinds.contains(id.kind) {
            throw MusterError.badValue(
                field: "record", value: text,
                rule: "it is \(id.kind.words); name " + kinds.map(\.words).joined(separator: " or "))
        }
        if let id = reference.id, let revision = try cameLater(id) {
            throw MusterError.unknownRecord(text, among: kinds, fix: .words("it came with revision \(revision)"))
        }
        let (nearest, suggested) = try nearest(to: reference, among: kinds)
        throw MusterError.unknownRecord(text, among: kinds, nearest: nearest, suggested: suggested, fix: fix)
    }

    /// The revision with which a record came that is on the register now, but not in the past that is asked about; nil for any other.
    private func cameLater(_ id: RecordID) throws -> Int64? {
        guard id.kind != .region, try id.row(db) == nil else { return nil }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT min(revision) FROM main.\(id.kind.name)_history WHERE id = ?1 AND deleted = 0 \
                AND EXISTS (SELECT 1 FROM main.\(id.kind.name) WHERE id = ?1)
                """, arguments: [id.number])
    }

    /// The only record of these kinds that a reference names; nil if there is none, or more than one.
    func only(_ reference: RecordReference, among kinds: [RecordKind]) throws -> RecordID? {
        let found = try candidates(reference, among: kinds)
        return found.count == 1 ? found[0] : nil
    }

    /// Every record of these kinds that a reference names, ordered by kind and number. Other spellings are tried only if
    /// no name fits exactly.
    func candidates(_ reference: RecordReference, among kinds: [RecordKind]) throws -> [RecordID] {
        if let known = reference.known, kinds.contains(known.kind) { return [known] }
        let exact = try exact(reference, among: kinds)
        if !exact.isEmpty || reference.id != nil { return exact }
        return try Searcher(db: db).hits(reference.text, among: kinds, suggests: false).map(\.id).sorted()
    }

    /// Every record of these kinds that has the text as its short id, code, recorded name variant, title or address.
    func exact(_ reference: RecordReference, among kinds: [RecordKind]) throws -> [RecordID] {
        let text = reference.text
        if let id = reference.id {
            if kinds.contains(id.kind) {
                if let there = try MergeLookup(db: db).survivor(of: id) { return [there] }
            } else if RecordID(shortID: text) != nil {
                // A name of an older registry may read as an id through its look-alike letters alone.
                return []
            }
        }
        if kinds.contains(.region), let code = try regionCode(text) { return [RecordID(region: code)] }
        var found = try named(Text.folded(text), among: kinds)
        if found.isEmpty, kinds.contains(.unit) { found = try placed(text) }
        if kinds.contains(.source) {
            let sources = try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT id FROM source WHERE title = :text UNION SELECT id FROM source WHERE url = :text"),
                arguments: ["text": text.precomposedStringWithCanonicalMapping])
            found += sources.map { RecordID(.source, $0) }
        }
        return found
    }

    /// The region's code in its own letter case, from a code typed in any, also in look-alike letters; nil if no region has
    /// it.
    func regionCode(_ text: String) throws -> String? {
        for code in RecordID.regionCodes(typed: text) {
            let there = try String.fetchOne(
                db.cachedStatement(sql: "SELECT code FROM region WHERE code = ?"), arguments: [code])
            if let there { return there }
        }
        return nil
    }

    /// Every record of these kinds that has a name with this folded text.
    func named(_ folded: String, among kinds: [RecordKind]) throws -> [RecordID] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT region_code, programme_id, unit_id, official_id FROM name WHERE folded = ?
                    ORDER BY region_code, programme_id, unit_id, official_id
                    """), arguments: [folded])
        return try rows.compactMap { row in
            if let code: String = try row.get("region_code") {
                return kinds.contains(.region) ? RecordID(region: code) : nil
            }
            for kind in [RecordKind.programme, .unit, .official] {
                if let number: Int64 = try row.get(kind.column) {
                    return kinds.contains(kind) ? RecordID(kind, number) : nil
                }
            }
            return nil
        }
    }

    /// The units that "BARS 39" may mean if 39 is the number of their region, ordered by number.
    ///
    /// Such a name is ambiguous: 31 and 32, for example, are also numbered detachments.
    func ofNumberedRegion(_ text: String) throws -> [RecordID] {
        let words = NameWords(text).words
        let numbers = words.filter(\.isNumber)
        guard numbers.count == 1, words.count > 1 else { return [] }
        let name = words.filter { !$0.isNumber }.map(\.written).joined(separator: " ")
        return try candidates(RecordReference(name), among: [.programme]).flatMap { programme in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT u.id FROM region r JOIN unit u ON u.region_code = r.code WHERE r.number = ? AND u.programme_id = ? \
                    AND u.kind NOT IN ('numbered', 'subunit') ORDER BY u.id
                    """, arguments: [numbers[0].written, programme.number])
        }.map { RecordID(.unit, $0) }
    }

    /// The record as an answer to a name that does not decide.
    func candidate(_ id: RecordID, why: MatchReason? = nil) throws -> Candidate {
        Candidate(try RecordTitles(db: db).described(id), why: why)
    }

    private func candidateByNumber(_ id: RecordID) throws -> Candidate {
        let number = try String.fetchOne(
            db, sql: "SELECT r.number FROM unit u JOIN region r ON r.code = u.region_code WHERE u.id = ?",
            arguments: [id.number])
        return Candidate(try RecordTitles(db: db).described(id), regionNumber: number)
    }

    /// The names of units and programmes that are nearest to a text by edit distance, and the records of all kinds that a
    /// search suggests for it and that have other names.
    private func nearest(to reference: RecordReference, among kinds: [RecordKind]) throws
        -> (names: [String], suggested: [Candidate])
    {
        let text = reference.text
        let named = kinds.filter { [.programme, .unit].contains($0) }
        let near = try Text.nearest(
            to: text,
            among: named.flatMap {
                try String.fetchAll(
                    db, sql: "SELECT text FROM name WHERE \($0.column) IS NOT NULL AND nature <> 'expansion'")
            })
        if reference.id != nil { return (near, []) }
        let suggested = try Searcher(db: db).hits(text, among: kinds, suggests: true)
            .sorted { ($0.match.tier, $0.id) < ($1.match.tier, $1.id) }
        return (near, try suggested.prefix(5).map { try candidate($0.id) }.filter { !near.contains($0.record.title) })
    }

    private func nearestRegions(to text: String) throws -> [NamedRegion] {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT region_code, text FROM name WHERE region_code IS NOT NULL ORDER BY region_code, nature <> 'primary'"
        )
        let codes = Text.nearest(to: text, among: Set(try rows.map { try $0.get("region_code") as String }))
        let names = Text.nearest(to: text, among: try rows.map { try $0.get("text") as String })
        let byName = try names.compactMap { name in
            try rows.first { try $0.get("text") == name }?.get("region_code") as String?
        }
        // The number of a region, as on car plates, and a slip in its name in any alphabet.
        let numbered = try String.fetchAll(
            db, sql: "SELECT code FROM region WHERE number = ? ORDER BY code",
            arguments: [text.trimmingCharacters(in: .whitespaces)])
        let searched = try Searcher(db: db).hits(text, among: [.region], suggests: true)
            .sorted { ($0.match.tier, $0.id) < ($1.match.tier, $1.id) }.compactMap(\.id.code)
        var seen: Set<String> = []
        return try (numbered + codes + byName + searched).filter { seen.insert($0).inserted }.prefix(4).map { code in
            let name: String = try rows.first { try $0.get("region_code") == code }?.get("text") ?? ""
            return NamedRegion(code: code, name: name)
        }
    }
}

extension Registry {
    /// The record that somebody means.
    ///
    /// - Parameters:
    ///   - reference: its name, code or short id.
    ///   - kinds: the kinds that it can be of.
    /// - Returns: its short id.
    /// - Throws: `MusterError` for a name that is unknown or that several records have.
    package func record(_ reference: RecordReference, among kinds: [RecordKind]) throws(MusterError) -> RecordID {
        try read { db in try Resolver(db: db).resolve(reference, among: kinds) }
    }
}
