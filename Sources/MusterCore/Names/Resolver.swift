import Foundation
import GRDB

/// Finds the record that a person means by a name, a code or a short id.
struct Resolver {
    let db: Database

    /// The one record of the kinds that the text names.
    ///
    /// A short id is tried first, then a region's code, then every recorded name variant exactly, but for case, script
    /// width and white space.
    ///
    /// - Throws: `MusterError.ambiguous` with the candidates, or `.unknownRecord` with the nearest names.
    func resolve(_ text: String, among kinds: [RecordKind], fix: String? = nil) throws -> RecordID {
        let found = try candidates(text, among: kinds)
        if found.count == 1 { return found[0] }
        if found.count > 1 { throw MusterError.ambiguous(text, candidates: try found.map(Describer(db: db).words)) }
        if kinds == [.region] { throw MusterError.unknownRegion(text, nearest: try nearestRegions(to: text)) }
        if let id = RecordID(shortID: text), !kinds.contains(id.kind) {
            throw MusterError.badValue(
                field: "record", value: text,
                rule: "it is \(id.kind.words); name " + kinds.map(\.words).joined(separator: " or "))
        }
        let kind = kinds.count > 4 ? "record" : kinds.map(\.name).joined(separator: " or ")
        throw MusterError.unknownRecord(text, kind: kind, nearest: try nearest(to: text, among: kinds), fix: fix)
    }

    /// Every record of the kinds that the text names, in the order of kind and number.
    func candidates(_ text: String, among kinds: [RecordKind]) throws -> [RecordID] {
        if let id = RecordID(shortID: text) {
            guard kinds.contains(id.kind) else { return [] }
            if try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM \(id.kind.name) WHERE id = ?)", arguments: [id.number])!
            {
                return [id]
            }
        }
        if kinds.contains(.region), let code = try regionCode(text) { return [RecordID(region: code)] }
        var found = try named(Text.folded(text), among: kinds)
        if kinds.contains(.source) {
            let sources = try Int64.fetchAll(
                db, sql: "SELECT id FROM source WHERE title = :text UNION SELECT id FROM source WHERE url = :text",
                arguments: ["text": text.precomposedStringWithCanonicalMapping])
            found += sources.map { RecordID(.source, $0) }
        }
        return found
    }

    /// The code of a region as it is typed in any case; nil where there is none of it.
    private func regionCode(_ text: String) throws -> String? {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard let first = parts.first, text.utf8.count <= 80 else { return nil }
        let code = ([first.uppercased()] + parts.dropFirst().map { $0.lowercased() }).joined(separator: "/")
        return try String.fetchOne(db, sql: "SELECT code FROM region WHERE code = ?", arguments: [code])
    }

    private func named(_ folded: String, among kinds: [RecordKind]) throws -> [RecordID] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT region_code, programme_id, unit_id, official_id FROM name WHERE folded = ?
                ORDER BY region_code, programme_id, unit_id, official_id
                """,
            arguments: [folded])
        return rows.compactMap { row in
            if let code: String = row["region_code"] { return kinds.contains(.region) ? RecordID(region: code) : nil }
            for kind in [RecordKind.programme, .unit, .official] {
                if let number: Int64 = row[kind.column] { return kinds.contains(kind) ? RecordID(kind, number) : nil }
            }
            return nil
        }
    }

    private func nearest(to text: String, among kinds: [RecordKind]) throws -> [String] {
        let named = kinds.filter { [.programme, .unit].contains($0) }
        return try Text.nearest(
            to: text,
            among: named.flatMap {
                try String.fetchAll(
                    db, sql: "SELECT text FROM name WHERE \($0.column) IS NOT NULL AND nature = 'primary'")
            })
    }

    private func nearestRegions(to text: String) throws -> [String] {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT region_code, text FROM name WHERE region_code IS NOT NULL ORDER BY region_code, nature <> 'primary'"
        )
        let codes = Text.nearest(to: text, among: Set(rows.map { $0["region_code"] as String }))
        let names = Text.nearest(to: text, among: rows.map { $0["text"] as String })
        let byName = names.compactMap { name in rows.first { $0["text"] == name }?["region_code"] as String? }
        var seen: Set<String> = []
        return (codes + byName).filter { seen.insert($0).inserted }.prefix(4).map { code in
            let name: String = rows.first { $0["region_code"] == code }?["text"] ?? ""
            return "\(code) \(name)"
        }
    }
}
