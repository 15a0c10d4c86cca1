import MusterValues
import Testing

@testable import MusterCore

/// A region that is named for a record.
final class EnteredRegionTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    /// The region of a unit that is added in it; nil if the region is only offered.
    private func region(_ text: String) throws -> String? {
        let new = NewUnit(designation: "Amber \(text)", region: RecordReference(text), evidence: Fresh.dispatch)
        do {
            let id = try #require(try registry.add(new, by: Fresh.clerk).records.first?.id)
            return try registry.units().first { $0.id == id }?.region?.code
        } catch MusterError.unknownRegion(text, let nearest) {
            #expect(nearest.map(\.code) == ["RU-KRS"])
            return nil
        }
    }

    @Test(arguments: [
        "RU-KRS", "ru-krs", "Kursk Oblast", "kursk oblast", "Kursk", "Oblast Kursk", "Курская область", "Курск",
        "Kurskaya oblast",
    ])
    func `a name that the region has, in either script and any order, is taken`(text: String) throws {
        #expect(try region(text) == "RU-KRS")
    }

    @Test(arguments: ["Kursck", "Cursk", "Kourssk Oblast"])
    func `a name in other letters of its script is offered`(text: String) throws {
        #expect(try region(text) == nil)
    }

    @Test func `it is offered wherever a record is entered, and a question takes it`() throws {
        let message =
            "no region 'Kursck' on the register (near it: RU-KRS Kursk Oblast); 'muster regions' lists them all"
        let post = NewPost(title: "Mayor", region: "Kursck")
        let writes: [(Registry) throws -> WriteResult] = [
            { try $0.add(NewOfficial(name: "Anna Petrova", post: post, evidence: Fresh.dispatch), by: Fresh.clerk) },
            {
                try $0.enroll(
                    NewEnrollment(official: "O1", post: post, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
            },
            {
                let group = NewGroup(who: "deputies", region: "Kursck")
                return try $0.enroll(NewEnrollment(group: group, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
            },
            { try $0.edit(Edit(record: "U1", values: ["region": "Kursck"], inferred: "seen"), by: Fresh.clerk) },
            { try $0.add(NewLook(region: "Kursck", date: "2025-05", place: "the press", found: nil), by: Fresh.clerk) },
            {
                try $0.add(
                    NewRegion(code: nil, name: "Rylsk", parent: "Kursck", evidence: Fresh.dispatch), by: Fresh.clerk)
            },
        ]
        for write in writes { try fresh.expectRefusal(nil, message, exit: 66, write) }
        let (result, rows) = try fresh.load("unit,unit_region\nAmber,Kursck\n")
        #expect(result.isStopped && rows[0].fault?.column == "unit_region")
        var filter = Filter()
        filter.regions = ["Kursck"]
        #expect(try registry.units(filter).map(\.id.description) == ["U2"])
    }
}
