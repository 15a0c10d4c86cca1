import MusterCore
import MusterValues

extension EditionMaker {
    /// The map and the table of the regions that have anything on record.
    var regions: [Block] {
        let counted = Dictionary(report.regions.map { ($0.code, $0) }) { first, _ in first }
        // A region in which somebody looked and found none is shown, too: nobody looked in those that are left out.
        let rows = report.places.filter { counted[$0.code] != nil || $0.look != nil }
            .map { (NamedRegion(code: $0.code, name: $0.name), $0) }
            .sorted { (sortKey($0.0), $0.0.code) < (sortKey($1.0), $1.0.code) }
            .map { row($0, $1, counted[$0.code]) }
        return [
            .section(Section(name: "regions", title: .say(.whereTitle), count: .number(rows.count))),
            .drawing(map),
            .table(
                EditionTable(
                    name: "regions", caption: .say(.whereTitle),
                    columns: [
                        EditionTable.Column(key: "name", title: .say(.region)),
                        EditionTable.Column(key: "region", title: .say(.code)),
                        EditionTable.Column(key: "units", title: .say(.units), isNumber: true),
                        EditionTable.Column(
                            key: "people",
                            title: report.day == nil
                                ? .say(.everJoined) : .say(.inAUnitOn, .date(StatedDate(day), .cell)),
                            isNumber: true),
                        EditionTable.Column(key: "named", title: .say(.byName), isNumber: true),
                        EditionTable.Column(key: "coverage", title: .say(.coverage)),
                    ], rows: rows)),
        ]
    }

    private func row(_ region: NamedRegion, _ place: ListedRegion, _ counted: Report.InRegion?) -> EditionTable.Row {
        let (units, people) = (counted?.units ?? Strength(least: 0, most: 0), counted?.headcount ?? .none)
        let look = place.look.map { Words.joined([.date($0.date, .cell), words($0)], .comma) }
        return EditionTable.Row(
            place: RecordID(region: region.code),
            cells: [
                EditionTable.Cell(words: nameAlone(region), raw: region.name),
                EditionTable.Cell(words: .id(RecordID(region: region.code))),
                EditionTable.Cell(words: .range(least: units.least, most: units.most, nil)),
                EditionTable.Cell(words: .range(least: people.least, most: people.most, nil), raw: people.words),
                EditionTable.Cell(
                    words: .range(least: people.namedLeast, most: people.named, nil), raw: people.namedWords),
                EditionTable.Cell(words: .labelled(place.coverage), second: look),
            ])
    }

    /// The tile map: people by region, and where nobody looked.
    private var map: Drawing {
        let districts = Dictionary(report.places.map { ($0.code, $0.parent?.code) }) { first, _ in first }
        // A post of a region is on record and no unit: nobody counted is said of units alone, as the table says it.
        let withUnits = Set(report.places.filter { $0.coverage == .onRecord }.map { $0.parent?.code ?? $0.code })
        let inDispute = regionsInDispute
        let tiles = report.places.filter { $0.parent == nil }.compactMap { place -> Tile? in
            guard let tile = TilePlace.all[place.code] ?? TilePlace(stripFor: place.code) else { return nil }
            // One person can be in the units of two districts: together they are at least as many as in one, at most all.
            let parts = report.regions.filter { $0.code == place.code || districts[$0.code] == place.code }.map(
                \.headcount)
            let least = parts.map(\.least).max() ?? 0
            let most = parts.contains { $0.most == nil } ? nil : parts.compactMap(\.most).reduce(0, +)
            let state: Tile.State =
                most != 0
                ? .counted(least: least, most: most)
                : withUnits.contains(place.code)
                    ? .nobodyCounted
                    : place.coverage == .found ? .found : place.coverage == .notLooked ? .notLooked : .noneFound
            let region = NamedRegion(code: place.code, name: place.name)
            return Tile(
                region: RecordID(region: place.code), place: tile.place, letters: tile.letters, name: name(region),
                state: state, isInDispute: inDispute.contains(place.code), sentence: sentence(place, state))
        }
        return Drawing(
            name: "map", sentence: .say(.mapDrawing, .number(tiles.count(where: \.isOnRecord)), .number(tiles.count)),
            kind: .tiles(tiles))
    }

    private func sentence(_ place: ListedRegion, _ state: Tile.State) -> Words {
        let region = name(NamedRegion(code: place.code, name: place.name))
        return switch state {
        case .notLooked: .say(.fieldIs, region, .list(Coverage.notLooked))
        case .noneFound: .say(.fieldIs, region, .list(Coverage.noneFound))
        case .found: .say(.fieldIs, region, .labelled(Coverage.found))
        case .nobodyCounted: .say(.fieldIs, region, .say(.onRecordNobodyCounted))
        case .counted(let least, let most): .say(.fieldIs, region, .range(least: least, most: most, .person))
        }
    }

    /// The regions of which something is in dispute, or of a unit of theirs.
    private var regionsInDispute: Set<String> {
        let units = Dictionary(report.units.map { ($0.id, $0.region?.code) }) { first, _ in first }
        let parents = Dictionary(report.places.map { ($0.code, $0.parent?.code ?? $0.code) }) { first, _ in first }
        let records = report.disputes.map(\.record) + report.contradictions.filter { !$0.isOfDate }.map(\.record.id)
        return Set(
            records.compactMap { id in
                let owner = events[id]?.record.id ?? id
                let code = owner.kind == .region ? owner.code : units[owner] ?? nil
                return code.map { parents[$0] ?? $0 }
            })
    }

    /// The units of all regions, a row for each.
    var unitTable: [Block] {
        if report.units.isEmpty { return [] }
        let rows = report.units.map { unit in
            let own = lines[unit.id] ?? []
            let marks = marks(of: unit.id, unit.standing).map(\.words)
            return EditionTable.Row(
                place: unit.id,
                cells: [
                    EditionTable.Cell(
                        words: name(NamedRecord(id: unit.id, name: unit.name)),
                        second: marks.isEmpty ? nil : .joined(marks, .comma), raw: unit.name),
                    EditionTable.Cell(words: .id(unit.id)),
                    EditionTable.Cell(words: (unit.region).map { name($0) }, raw: unit.region?.code ?? ""),
                    newest(unit.forms.map { (.form($0), .list($0), $0.rawValue) }, own),
                    newest(unit.statuses.map { (.status($0), .list($0), $0.rawValue) }, own),
                    newest(
                        unit.strengths.map {
                            (
                                .strength(least: $0.least, most: $0.most), .range(least: $0.least, most: $0.most, nil),
                                $0.words
                            )
                        }, own),
                    EditionTable.Cell(
                        words: unit.lastHeard.map { .date($0.date, .cell) }, raw: unit.lastHeard?.edtf ?? ""),
                    EditionTable.Cell(
                        words: .range(least: unit.headcount.least, most: unit.headcount.most, nil),
                        raw: unit.headcount.words),
                ])
        }
        let columns: [(String, Phrase, Bool)] = [
            ("name", .unit, false), ("unit", .idHead, false), ("region", .region, false), ("form", .form, false),
            ("status", .status, false), ("strength", .strengthHead, false), ("last_heard", .lastHeardHead, false),
            ("people", report.day == nil ? .everJoinedShort : .onTheDayShort, false),
        ]
        return table("units", .units, .unitTableAbout, rows, columns)
    }

    /// The line that tells a newest value: the last dated one that can be of the day, or else one without a date.
    private func line(of value: EventValue, _ lines: [TimelineLine]) -> TimelineLine? {
        let told = lines.filter { line in
            line.value == .event(value) && line.rejected.isEmpty && !line.isPlan
                && line.date?.earliest.map { $0 <= day.description } ?? true
        }
        return told.last { $0.date?.latest != nil } ?? told.last
    }

    /// The newest values of a unit with their dates, and beneath them by whose word each is.
    private func newest(
        _ values: [(event: EventValue, words: Words, raw: String)], _ lines: [TimelineLine]
    ) -> EditionTable.Cell {
        let told = values.map { value in
            (value.words, line(of: value.event, lines))
        }
        let words = told.map { words, line -> Words in
            let whole: Words = line?.otherUnit.map { .joined([words, name($0)], .space) } ?? words
            return line?.date == nil ? whole : .joined([whole, .quiet(.date(line?.date, .cell))], .comma)
        }
        let said = told.compactMap { $0.1.flatMap { voices.joined($0.said) } }
        return EditionTable.Cell(
            words: .alternatives(words), second: said.isEmpty ? nil : .joined(said, .semicolon),
            raw: values.map(\.raw).joined(separator: " or "))
    }
}

extension Tile {
    /// True if anything of the region is on record.
    fileprivate var isOnRecord: Bool {
        switch state {
        case .counted, .nobodyCounted: true
        case .notLooked, .noneFound, .found: false
        }
    }
}
