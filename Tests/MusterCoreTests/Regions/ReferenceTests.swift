import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The reference data, compared with Debian's iso-codes, which we do not maintain.
@Suite final class ReferenceTests {
    static let isoCodes = "/usr/share/iso-codes/json/iso_3166-2.json"
    static let isoCountries = "/usr/share/iso-codes/json/iso_3166-1.json"
    let folder: URL
    let registry: Registry

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        registry = try Registry.create(at: folder.appending(path: "r.db").path)
        _ = try registry.loadReference(by: Authorship(author: "test"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private struct Codes: Decodable {
        struct Subdivision: Decodable {
            let code: String
            let type: String
        }
        struct Country: Decodable { let alpha_2: String }
        let subdivisions: [Subdivision]?
        let countries: [Country]?

        enum CodingKeys: String, CodingKey {
            case subdivisions = "3166-2"
            case countries = "3166-1"
        }
    }

    private func codes(_ path: String) throws -> Codes {
        try JSONDecoder().decode(Codes.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: isoCodes), "needs Debian's iso-codes"))
    func `the regions are the subdivisions of ISO 3166-2:RU, each of its kind`() throws {
        let iso = try #require(try codes(Self.isoCodes).subdivisions).filter { $0.code.hasPrefix("RU-") }
        let held = try registry.regions()
        #expect(Set(held.map(\.code)) == Set(iso.map(\.code)))
        #expect(held.count == 83)
        let kinds = [
            "Administrative region": "oblast", "Administrative territory": "krai", "Republic": "republic",
            "Autonomous district": "autonomous okrug", "Autonomous region": "autonomous oblast",
            "Autonomous city": "federal city",
        ]
        for subdivision in iso {
            let kind = try #require(kinds[subdivision.type], "an unknown type \(subdivision.type)")
            #expect(held.first { $0.code == subdivision.code }?.kind == kind, "\(subdivision.code)")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: isoCountries), "needs Debian's iso-codes"))
    func `every neighbour and member of a bloc is a country of ISO 3166-1`() throws {
        let iso = Set(try #require(try codes(Self.isoCountries).countries).map(\.alpha_2))
        let held = try registry.read { db in
            try String.fetchSet(
                db, sql: "SELECT country FROM foreign_neighbour UNION SELECT country FROM bloc_member")
        }
        #expect(held.subtracting(iso) == [])
        #expect(held.count > 40)
    }

    @Test func `a bloc's members count from the day of accession`() throws {
        func bordering(_ day: String) throws -> [String] {
            var filter = Filter()
            filter.borders = "NATO"
            filter.day = Day(day)
            return try registry.regions(filter).map(\.code)
        }
        #expect(try bordering("1999-03-11") == ["RU-MUR"])
        #expect(try bordering("1999-03-12") == ["RU-KGD", "RU-MUR"])
        #expect(try bordering("2023-04-03") == ["RU-KGD", "RU-LEN", "RU-MUR", "RU-PSK"])
        #expect(try bordering("2023-04-04") == ["RU-KGD", "RU-KR", "RU-LEN", "RU-MUR", "RU-PSK"])
    }

    @Test func `a sea border counts only when it is asked for`() throws {
        var filter = Filter()
        filter.borders = "US"
        #expect(try registry.regions(filter).isEmpty)
        filter.sea = true
        #expect(try registry.regions(filter).map(\.code) == ["RU-CHU"])
    }

    @Test func `loading again changes nothing and makes no revision`() throws {
        let before = try registry.newestRevision()
        #expect(try registry.loadReference(by: Authorship(author: "test")).revision == nil)
        #expect(try registry.newestRevision() == before)
    }

    @Test func `a code in small letters is the region's own`() throws {
        let (regions, borders) = (folder.appending(path: "small.csv"), folder.appending(path: "borders.csv"))
        try Data("iso_code,name_en\nru-kgd,Koenigsberg\nua-43,Crimea\n".utf8).write(to: regions)
        try Data("iso_code,country,border\nru-kgd,SE,maritime\n".utf8).write(to: borders)
        let by = Authorship(author: "test")
        let load = { try self.registry.loadRegions(fromFile: regions.path, bordersFile: borders.path, by: by).written }
        #expect(try load().records.map(\.said) == ["region Crimea added"])
        #expect(try registry.show("RU-KGD").title == "Kaliningrad Oblast")
        #expect(try registry.show("UA-43").title == "Crimea")
        #expect(try load().revision == nil)
    }

    @Test func `a territory that ISO gives to another state keeps its code and its citations say who claims it`() throws
    {
        let file = folder.appending(path: "contested.csv")
        try Data(
            """
            iso_code,iso_name,name_en,name_ru,iso_country,claimed_by_russia_since,note
            UA-43,Avtonomna Respublika Krym,Crimea,Крым,UA,2014-03-18,"a note, with a comma"
            """.utf8
        ).write(to: file)
        let by = Authorship(author: "test")
        let loaded = try registry.loadRegions(fromFile: file.path, bordersFile: nil, by: by)
        #expect(loaded.unread == ["iso_name", "iso_country", "claimed_by_russia_since", "note"])
        _ = try registry.add(NewSource(kind: .other, title: "A decree"), by: by)
        _ = try registry.cite(
            NewCitation(record: "UA-43", field: "claimed_by", evidence: Evidence(source: "S1", stated: "Russia")),
            by: by)
        let dossier = try registry.show("Крым")
        #expect(dossier.id.description == "UA-43")
        #expect(dossier.fields.first { $0.field == .claimedBy }?.value == nil)
        #expect(dossier.fields.first { $0.field == .claimedBy }?.supporting.map(\.stated) == ["Russia"])
    }
}
