import MusterValues
import Testing

@testable import MusterCore

/// Pairs that may be the same record are offered with their reasons; other pairs are not.
final class DuplicateTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    /// Adds an official without the question about lookalikes, as another program would.
    private func add(_ name: String, _ title: String = "Mayor", region: RecordReference? = "RU-TUL") throws {
        _ = try registry.write(Fresh.clerk, doing: "test") { transaction in
            let evidence = try transaction.checked(Fresh.dispatch)
            let id = RecordID(.official, try transaction.nextNumber(of: .official))
            try transaction.insertName(name, of: id, as: .primary, from: evidence.sourceID)
            try transaction.cite(id, .name, name, evidence)
            try transaction.add(NewPost(title: title, region: region), of: id, evidence: evidence)
            try transaction.insert("official", ["id": id.number])
        }
    }

    private func pairs(of kind: RecordKind? = nil, least: Int = 1) throws -> [String] {
        try registry.duplicates(of: kind, least: least).map {
            "\($0.one.id) \($0.other.id) \($0.score): \($0.why?.words ?? "")"
        }
    }

    private func expect(_ kind: RecordKind, _ expected: [String], at location: SourceLocation = #_sourceLocation) throws
    {
        let found = try pairs(of: kind).joined(separator: "\n")
        #expect(found == expected.joined(separator: "\n"), sourceLocation: location)
    }

    @Test func `officials are offered by name, post, region and unit`() throws {
        try add("Дмитрий Новиков", "Governor", region: "RU-KGD")
        try add("D. Novikov", region: nil)
        try add("Novikov")
        try add("Dmitry Novkiov")
        try add("Pavel Novikov")
        try add("Dmitry Novikova")
        _ = try registry.enroll(NewEnrollment(official: "O3", unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        try expect(
            .official,
            [
                "O1 O2 85: the same name in another spelling; the same post",
                "O1 O3 55: the initial fits; enrolled in one unit, U1", "O4 O6 50: the surname alone; the same post",
                "O2 O3 40: the initial fits", "O3 O4 25: the surname alone",
                "O1 O5 20: one letter differs; posts in different regions",
                "O2 O5 20: one letter differs; posts in different regions",
                "O1 O4 10: the surname alone; posts in different regions",
                "O2 O4 10: the surname alone; posts in different regions",
            ])
        #expect(try pairs(of: .official, least: 50).count == 3)
        #expect(try registry.duplicates(limit: 1).map(\.other.name) == ["Дмитрий Новиков"])
        _ = try registry.distinguish("O2", from: "O1", by: Fresh.clerk)
        _ = try registry.edit(Edit(record: "O3", values: ["standing": "rejected", "note": "O1"]), by: Fresh.clerk)
        #expect(try pairs(of: .official, least: 30) == ["O4 O6 50: the surname alone; the same post"])
    }

    @Test func `the patronymic speaks for two, and another against them`() throws {
        try add("Сергей Андреевич Попов", region: nil)
        try add("Sergei Andreevich Popov", region: nil)
        try add("Sergey Alekseevich Popov", region: nil)
        try expect(.official, ["O2 O3 70: the same name in another spelling; the patronymic too"])
    }

    @Test func `a name that many bear says nothing of two of them`() throws {
        for _ in 0..<420 { try add("Ivan Ivanov", region: nil) }
        #expect(try pairs().isEmpty)
    }

    @Test func `units are offered by name, region and number`() throws {
        var unit = NewUnit(
            designation: "БАРС Калининград", region: "RU-KGD", programme: "BARS", evidence: Fresh.dispatch)
        unit.isNew = true
        _ = try registry.add(unit, by: Fresh.clerk)
        _ = try registry.revert(9, by: Fresh.clerk)
        #expect(try pairs(of: .unit).isEmpty)
        _ = try registry.edit(
            Edit(record: "U2", values: ["name": "БАРС Калининград"], evidence: Fresh.dispatch), by: Fresh.clerk)
        try expect(.unit, ["U1 U2 40: the same name in another spelling; in different regions"])
        _ = try registry.edit(
            Edit(
                record: "U2", values: ["name": "BARS-39", "region": "RU-KGD", "programme": "BARS"],
                evidence: Fresh.dispatch),
            by: Fresh.clerk)
        #expect(try pairs(of: .unit)[0].hasPrefix("U1 U2 95: the same name in another spelling; in one region, RU-KGD"))
    }

    @Test func `sources are offered by text, address and title`() throws {
        func source(_ title: String, _ url: String?, _ publisher: String? = nil, sha256: String? = nil) throws {
            var source = NewSource(kind: .regionalMedia, title: title)
            (source.url, source.publisher, source.sha256) = (url, publisher, sha256)
            _ = try registry.add(source, by: Fresh.clerk)
        }
        let digest = String(repeating: "ab", count: 32)
        try source("Governor joins", "https://www.example.org/a/?utm_source=x#top", "Kaliningrad Today")
        try source("Губернатор вступил", "http://example.org/a", "Kaliningrad Today")
        try source("DISPATCH", "https://example.org/b", sha256: digest)
        try source("Elsewhere", "https://example.org/c", "Other", sha256: digest)
        try expect(
            .source,
            [
                "S2 S3 99: the same address but for its form; one publisher", "S4 S5 75: the same text",
                "S1 S4 50: the same title in another spelling",
            ])
        _ = try registry.edit(
            Edit(record: "S4", values: ["derived_from": "S5", "relation": "copies"]), by: Fresh.clerk)
        #expect(try pairs(of: .source).count == 2)
        _ = try registry.merge("S2", with: "S3", by: Fresh.clerk)
        #expect(try pairs(of: .source).count == 1)
        #expect(try registry.show("S3").id.description == "S2")
    }

    @Test(arguments: [0, 100])
    func `a score out of range is refused`(score: Int) {
        #expect(throws: MusterError.self) { try self.registry.duplicates(least: score) }
        #expect(throws: MusterError.self) { try self.registry.duplicates(limit: 0) }
        #expect(throws: MusterError.self) { try self.registry.duplicates(of: .post) }
    }
}
