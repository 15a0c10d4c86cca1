import MusterValues
import Testing

@testable import MusterCore

/// Programmes, events and looks are listed like units: narrowed, sorted, and a page at a time.
final class OtherListingTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .other, title: "Second"), by: Fresh.clerk)
    }

    private func filter(_ set: (inout Filter) -> Void) -> Filter {
        var filter = Filter()
        set(&filter)
        return filter
    }

    private func events(_ set: (inout Filter) -> Void) throws -> [String] {
        try registry.events(filter(set)).map(\.id.description)
    }

    @Test func `a programme is listed with its launch, its units and what went before it`() throws {
        var new = NewProgramme(
            name: "Shield", launched: "XXXX-04", launchedBy: "Ministry", evidence: Evidence(source: "S2"))
        new.cameFrom = "BARS"
        _ = try registry.add(new, by: Fresh.clerk)
        let programmes = try registry.programmes()
        #expect(programmes.map(\.id.description) == ["G1", "G2"])
        #expect(programmes.map(\.name) == ["BARS", "Shield"])
        #expect(programmes.map(\.unitsOnRecord) == [1, 0])
        #expect(programmes[1].cameFrom == NamedRecord(id: RecordID(.programme, 1), name: "BARS"))
        #expect(programmes[1].launched?.edtf == "XXXX-04" && programmes[1].launchedBy == "Ministry")
        #expect(programmes.allSatisfy { $0.standing == .accepted && $0.inferred.isEmpty && $0.expansion == nil })
        let names = { (set: (inout Filter) -> Void) in try self.registry.programmes(self.filter(set)).map(\.name) }
        #expect(try names { $0.region = "RU-KGD" } == ["BARS"])
        #expect(try names { $0.region = "RU-KRS" } == [])
        #expect(try names { $0.unit = "U1" } == ["BARS"])
        #expect(try names { $0.sources = ["S2"] } == ["Shield"])
        #expect(try names { $0.standing = .disputed } == [])
        #expect(try names { $0.sort = "-name" } == ["Shield", "BARS"])
    }

    @Test func `an expansion is shown once the registry concludes it, and an inference as one`() throws {
        for words in ["Combat Reserve", "Combat Army Reserve"] {
            _ = try registry.cite(
                NewCitation(record: "G1", field: "expansion", evidence: Evidence(source: "S1", stated: words)),
                by: Fresh.clerk)
        }
        #expect(try registry.programmes().map(\.expansion) == [nil])
        _ = try registry.edit(Edit(record: "G1", values: ["expansion": "Combat Reserve"]), by: Fresh.clerk)
        _ = try registry.edit(
            Edit(record: "G1", values: ["launched_by": "Ministry"], inferred: "by its order"), by: Fresh.clerk)
        #expect(try registry.programmes().map(\.expansion) == ["Combat Reserve"])
        #expect(try registry.programmes().map(\.inferred) == [[.launchedBy]])
    }

    @Test func `an event is listed with what it happened to`() throws {
        try fresh.happen("P1", "left", "2090-01", cause: "an election")
        var split = NewEvent(record: "U2", state: "split from", date: "2025-06-01", evidence: [Fresh.dispatch])
        split.other = "U1"
        _ = try registry.add(split, by: Fresh.clerk)
        let all = try registry.events()
        #expect(all.map(\.id.description) == ["V1", "V2", "V3", "V4", "V5", "V6"])
        #expect(
            all.map { $0.record.words } == [
                "U1 BARS-Kaliningrad", "P1 Dmitry Novikov as Governor, RU-KGD", "E1 Dmitry Novikov in BARS-Kaliningrad",
                "E2 members of the regional government in BARS-Kaliningrad", "P1 Dmitry Novikov as Governor, RU-KGD",
                "U2 BARS-Kursk",
            ])
        #expect(
            all.map(\.value) == [
                .status(.announced), .tenure(.inOffice), .state(.announced), .state(.joined), .tenure(.left),
                .status(.splitFrom),
            ])
        #expect(all.map { $0.date?.edtf } == [nil, nil, "2025-05-31", nil, "2090-01", "2025-06-01"])
        #expect(all.map(\.isPlan) == [false, false, false, false, true, false])
        #expect(all.map(\.cause) == [nil, nil, nil, nil, "an election", nil])
        #expect(all[5].otherUnit?.words == "U1 BARS-Kaliningrad")
    }

    @Test func `events are narrowed by where, whose, when, by whom and how they are judged`() throws {
        try fresh.happen("U2", "recruiting", "2025-06", by: [Evidence(source: "S2", speaker: "the Governor of Kursk")])
        _ = try registry.edit(
            Edit(record: "V3", values: ["standing": "rejected", "note": "misread"]), by: Fresh.clerk)
        var split = NewEvent(record: "U2", state: "split from", date: "2025-07-01", evidence: [Fresh.dispatch])
        split.other = "U1"
        _ = try registry.add(split, by: Fresh.clerk)
        #expect(try events { $0.region = "RU-KGD" } == ["V1", "V2", "V3", "V4"])
        #expect(try events { $0.region = "RU-KRS" } == ["V5", "V6"])
        #expect(try events { $0.unit = "U1" } == ["V1", "V3", "V4", "V6"])
        #expect(try events { $0.programme = "BARS" } == ["V1", "V3", "V4", "V6"])
        #expect(try events { $0.official = "O1" } == ["V2", "V3"])
        #expect(try events { $0.standing = .rejected } == ["V3"])
        #expect(try events { $0.sources = ["S2"] } == ["V5"])
        #expect(try events { $0.speaker = "governor" } == ["V5"])
        #expect(try events { $0.period = Period(from: Day("2025-05-01")!, to: Day("2025-06-02")!) } == ["V3", "V5"])
        #expect(try events { ($0.period, $0.unit) = (Period(Day("2025-05-31")!), "U1") } == ["V3"])
        #expect(try events { $0.sort = "-date" } == ["V6", "V5", "V3", "V1", "V2", "V4"])
    }

    @Test func `a look is listed with who made it, also once it is redacted`() throws {
        let added = try registry.add(
            NewLook(region: "RU-PSK", date: "2025-06-01", place: "regional press"), by: Authorship(author: "Anna"))
        _ = try registry.add(
            NewLook(region: "RU-KGD", date: "2025-05", place: "channels", found: "a battalion"), by: Fresh.clerk)
        let looks = try registry.looks()
        #expect(looks.map(\.region.code) == ["RU-PSK", "RU-KGD"])
        #expect(looks.map(\.found) == [nil, "a battalion"])
        #expect(looks.map(\.author) == ["Anna", "clerk"])
        #expect(looks.map(\.revision) == [added.revision, added.revision.map { $0 + 1 }])
        #expect(looks[0].date.edtf == "2025-06-01" && looks[0].place == "regional press")
        #expect(looks[0].recordedAt == "2025-06-15T15:06:40Z")
        let codes = { (set: (inout Filter) -> Void) in try self.registry.looks(self.filter(set)).map(\.region.code) }
        #expect(try codes { $0.region = "RU-KGD" } == ["RU-KGD"])
        #expect(try codes { $0.federalDistrict = "Northwestern" } == ["RU-PSK", "RU-KGD"])
        #expect(try codes { $0.period = Period(from: Day("2025-05-01")!, to: Day("2025-05-31")!) } == ["RU-KGD"])
        _ = try registry.redact(
            RecordReference("\(try #require(added.revision))"), by: Authorship(author: "clerk", reason: "order"))
        #expect(try registry.looks().map(\.author) == ["Anna", "clerk"])
        #expect(try registry.looks().map(\.place) == ["[redacted]", "channels"])
    }

    @Test func `pages of them are the listing, and agree while others write`() throws {
        for day in ["2025-06-01", "2025-06-02", "2025-06-03"] {
            _ = try registry.add(NewLook(region: "RU-PSK", date: EDTF(day), place: "press"), by: Fresh.clerk)
            _ = try registry.add(NewProgramme(name: "Programme \(day)", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try same(.programmes, writing: true)
        try same(.events, writing: true)
        try same(.looks, writing: true)
        try same(.events, writing: false, filter { $0.region = "RU-KGD" })
    }

    private func same<Row>(
        _ listing: Listing<Row>, writing: Bool, _ asked: Filter = Filter(),
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let whole = try registry.all(listing, asked).map(\.cells)
        var filter = asked
        filter.limit = 2
        var rows: [[Value?]] = []
        var cursor: PageCursor?
        var year = try registry.newestRevision() + 1900
        repeat {
            cursor = try registry.each(listing, filter, after: cursor.map { try PageCursor(typed: "\($0)") }) {
                rows.append($0.cells)
            }
            if writing {
                year += 2
                try fresh.happen("U2", "recruiting", EDTF("\(year)"))
                _ = try registry.add(
                    NewLook(region: "RU-PSK", date: "2025-06-04", place: "press \(year)"), by: Fresh.clerk)
            }
        } while cursor != nil
        #expect(rows == whole && rows.count > 2, sourceLocation: location)
    }

    @Test func `a place of another listing is refused`() throws {
        _ = try registry.add(NewLook(region: "RU-PSK", date: "2025-06-01", place: "press"), by: Fresh.clerk)
        let digits = try #require(try registry.head()).prefix(8)
        let revision = try registry.newestRevision()
        func refusal(_ place: String, _ ask: (PageCursor) throws -> Void) throws -> String? {
            let cursor = try PageCursor(typed: "\(place)@\(revision)-\(digits)")
            return #expect(throws: MusterError.self) { try ask(cursor) }?.rule
        }
        #expect(
            try refusal("U1") { try registry.each(.looks, after: $0) { _ in } }?
                .hasSuffix("U1 is a unit, and this lists looks") == true)
        #expect(
            try refusal("L1") { try registry.each(.events, after: $0) { _ in } }?
                .hasSuffix("L1 is a look, and this lists events") == true)
        #expect(
            try refusal("L9") { try registry.each(.looks, after: $0) { _ in } }?
                .hasSuffix("revision \(revision) has no L9") == true)
        for text in ["L0@1-00000000", "L-1@1-00000000", "L@1-00000000"] {
            #expect(throws: MusterError.self) { try PageCursor(typed: text) }
        }
    }

    @Test func `what does not narrow them is refused`() throws {
        func refusal(_ ask: () throws -> Void) -> String? { #expect(throws: MusterError.self) { try ask() }?.said }
        #expect(
            refusal { _ = try registry.looks(filter { ($0.unit, $0.official) = ("U1", "O1") }) }
                == "looks are not narrowed by unit or official; leave out --unit and --official")
        #expect(
            refusal { _ = try registry.events(filter { $0.state = "left" }) }
                == "events are not narrowed by state; leave out --state")
        #expect(
            refusal { _ = try registry.programmes(filter { ($0.programme, $0.isOwn) = ("BARS", true) }) }
                == "programmes are not narrowed by programme or own; leave out --programme and --own")
        #expect(
            refusal { _ = try registry.programmes(filter { $0.day = Day("2025-06-01") }) }
                == "programmes are not narrowed by on; leave out --on")
    }
}
