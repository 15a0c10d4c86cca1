import GRDB
import MusterValues

extension Importer {
    /// The unit of a row: the one on the register, with what the row says of it cited, or a new one; nil if the row names none.
    func unit(_ cells: ImportCells, _ evidence: Evidence) throws -> RecordReference? {
        let content = ImportColumn.Content.field(.unit, .name)
        let kind = try cells.list(.field(.unit, .kind), UnitKind.self)
        guard let text = cells.text(content) ?? (kind == .unnamed ? "" : nil) else { return nil }
        let region = try reference(.field(.unit, .region), .region, cells)
        let whole = try reference(.field(.unit, .partOf), .unit, cells)
        let key = [text, region?.known?.description, whole?.known?.description].map { $0 ?? "" }.joined(
            separator: "\u{1}")
        let id: RecordID
        let hasVerdict = try sameAs(.unit, cells) != nil || isNew(cells)
        if !hasVerdict, let before = known[.unit, key] {
            id = before
        } else if let there = try found(text, region: region?.known?.code, cells) {
            id = there
        } else {
            if region == nil, whole == nil, cells.has(.field(.official, .name), .field(.enrollment, .group)) {
                // A slip in a designation must not become a unit.
                return try cells.at(content) { RecordReference(try resolved(text, among: .unit), written: text) }
            }
            id = try added(text, kind, region, whole, cells, evidence)
        }
        if !hasVerdict { known[.unit, key] = id }
        try citeUnit(id, text, region, whole, cells, evidence)
        return RecordReference(id, written: text)
    }

    /// True for a row about an official or a group, whose words are not of the unit.
    private static func isOfPeople(_ cells: ImportCells) -> Bool {
        cells.has(.field(.official, .name), .field(.enrollment, .group))
    }

    /// Refuses a new designation that is one letter from that of another unit of the region: a slip must not become a unit.
    private func refuseSlip(_ text: String, _ region: String?, _ cells: ImportCells) throws {
        guard let region, !isNew(cells), text.count > 5 else { return }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql:
                    "SELECT n.text, u.id FROM unit u JOIN name n ON n.unit_id = u.id WHERE u.region_code = ? ORDER BY u.id"
            ),
            arguments: [region])
        let folded = Text.folded(text)
        for row in rows {
            let other = Text.folded(try row.get("text"))
            // BARS-1 and BARS-2 are two units.
            guard other.filter(\.isNumber) == folded.filter(\.isNumber), Text.distance(other, folded) == 1 else {
                continue
            }
            let id = RecordID(.unit, try row.get("id"))
            throw RowFault(
                column: ImportColumn.named(.field(.unit, .name)).name, value: text,
                error: .alike(
                    .unit, name: text, candidates: [try resolver.candidate(id, why: .oneLetter)], fix: .nameOrSayNew(id)
                ))
        }
    }

    /// The unit on the register that a row names; nil if there is none in the row's region.
    private func found(_ text: String, region: String?, _ cells: ImportCells) throws -> RecordID? {
        if let same = try sameAs(.unit, cells) { return same }
        if text.isEmpty { return try region.flatMap(unnamed) }
        var found = try resolver.candidates(RecordReference(text), among: [.unit])
        if let region, found.count > 1 {
            found = try found.filter { try $0.row(there: db).get("region_code") as String? == region }
        }
        if found.count > 1 {
            throw RowFault(
                column: ImportColumn.named(.field(.unit, .name)).name, value: text,
                error: .ambiguous(text, candidates: try found.map { try resolver.candidate($0) }))
        }
        guard let there = found.first, let region, RecordID(typedShortID: text) == nil else { return found.first }
        // The same designation in another region may be another unit's.
        let own: String? = try there.row(there: db).get("region_code")
        if own == nil || own.map({ RecordID.isRegion($0, in: region) || RecordID.isRegion(region, in: $0) }) == true {
            return there
        }
        if isNew(cells) { return nil }
        throw RowFault(
            column: ImportColumn.named(.field(.unit, .region)).name, value: cells.text(.unit, .region),
            error: .sameName(
                .unit, name: text, candidates: [try resolver.candidate(there)], fix: .nameOrSayNew(there)))
    }

    /// The unnamed unit of a region, if there is just one.
    private func unnamed(in region: String) throws -> RecordID? {
        let ids = try Int64.fetchAll(
            db, sql: "SELECT id FROM unit WHERE region_code = ? AND kind = 'unnamed' AND standing <> 'rejected'",
            arguments: [region])
        return ids.count == 1 ? RecordID(.unit, ids[0]) : nil
    }

    private func added(
        _ text: String, _ kind: UnitKind?, _ region: RecordReference?, _ whole: RecordReference?, _ cells: ImportCells,
        _ evidence: Evidence
    ) throws -> RecordID {
        try refuseSlip(text, region?.known?.code, cells)
        var new = NewUnit(designation: text.isEmpty ? nil : text, region: region, evidence: evidence.placeOnly())
        if cells.has(.field(.unit, .name)), !Self.isOfPeople(cells) { new.evidence = evidence }
        new.kind = kind
        new.partOf = whole
        new.programme = try reference(.field(.unit, .programme), .programme, cells)
        new.ordinal = try cells.read(.field(.unit, .ordinal)) { try RecordKind.unit.number(typed: $0, .ordinal) }
        new.role = cells.text(.unit, .role)
        new.isNew = isNew(cells)
        return try cells.at(.field(.unit, .name)) { try transaction.add(new) }
    }

    /// Cites what a row says of its unit, where its source does not say so already.
    private func citeUnit(
        _ id: RecordID, _ text: String, _ region: RecordReference?, _ whole: RecordReference?, _ cells: ImportCells,
        _ evidence: Evidence
    ) throws {
        let given = RecordKind.unit.fields.filter { cells.has(.field(.unit, $0.name)) }
        let facets = EventValue.facets(of: .unit).filter { cells.has(.facet(.unit, $0), .date(.unit, $0)) }
        let isAlone = !cells.has(.field(.official, .name), .field(.enrollment, .group))
        if given.count <= 1, facets.isEmpty, !isAlone { return }
        let checked = try transaction.checked(evidence).beside
        for field in given where field.name != .name || isAlone {
            switch field.name {
            case .name where RecordID(typedShortID: text) != nil || text.isEmpty: continue
            case .region: try cite(id, .region, region, checked)
            case .partOf: try cite(id, .partOf, whole, checked)
            case .programme: try cite(id, .programme, reference(.field(.unit, .programme), .programme, cells), checked)
            default: try cite(id, field.name, cells, .unit, checked)
            }
        }
        try takeFacets(.unit, of: id, cells, evidence)
    }
}
