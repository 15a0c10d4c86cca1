import MusterValues
import Testing

@testable import MusterCore
@testable import muster

/// A clerk is told at once of the group on record that a new one may be, or that a new official may be of.
final class LikeGroupTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    /// E2, members of the regional government, is in U1 by S1; S2 tells what S1 told, and S3 is another source.
    init() throws {
        fresh = try Fresh(.populated)
        for title in ["Repeated", "Other"] {
            var source = NewSource(kind: .regionalMedia, title: title)
            if title == "Repeated" { (source.derivedFrom, source.relation) = (["S1"], .rewrites) }
            _ = try registry.add(source, by: Fresh.clerk)
        }
    }

    private func told(_ new: NewEnrollment) throws -> [String] {
        try registry.enroll(new, by: Fresh.clerk).records.filter { change in
            switch change.change {
            case .mayBe, .mayBeOf: true
            default: false
            }
        }.map(\.words)
    }

    private func group(_ who: String, by source: RecordReference, kind: PostKind? = nil, same: RecordReference? = nil)
        throws -> [String]
    {
        var group = NewGroup(who: who)
        (group.kind, group.perhapsSameAs) = (kind, same)
        if kind != nil { group.region = "RU-KGD" }
        return try told(NewEnrollment(group: group, unit: "U1", evidence: Evidence(source: source)))
    }

    private func official(_ name: String, _ title: String, by source: RecordReference) throws -> [String] {
        try told(
            NewEnrollment(
                official: RecordReference(name),
                post: NewPost(title: title, kind: .regionalMinister, region: "RU-KGD"), unit: "U1",
                evidence: Evidence(source: source)))
    }

    private func edit(_ values: [String: String]) throws {
        _ = try registry.edit(Edit(record: "E2", values: values, inferred: "as it was seen"), by: Fresh.clerk)
    }

    private let advice =
        "may be the same people as E2 members of the regional government in BARS-Kaliningrad; if nobody can tell, "

    @Test func `a group in like words, or by a source that repeats the other's, may be the other`() throws {
        #expect(try group("several drivers", by: "S3") == [])
        #expect(
            try group("members of government", by: "S3") == [advice + "'muster edit E4 perhaps-same-as=E2'"])
        #expect(try group("a few ministers", by: "S2") == [advice + "'muster edit E5 perhaps-same-as=E2'"])
        // Whoever says so already is not told.
        #expect(try group("government members", by: "S3", same: "E2") == [])
        _ = try registry.edit(Edit(record: "E4", values: ["perhaps_same_as": "E2"]), by: Fresh.clerk)
    }

    @Test func `a group of one kind of post and one region may be the other in any words`() throws {
        try edit(["kind": "regional minister", "region": "RU-KGD"])
        let told = try group("начальники", by: "S3", kind: .regionalMinister)
        #expect(told == [advice + "'muster edit E3 perhaps-same-as=E2'"])
        #expect(try group("депутаты", by: "S3", kind: .localDeputy) == [])
    }

    @Test func `an official whose post fits may be one of a group that another source told of`() throws {
        let words = "may be one of E2 members of the regional government in BARS-Kaliningrad; if a source says so, "
        #expect(
            try official("Anna Inova", "Minister of health", by: "S3")
                == [words + "'muster resolve E2 --to O2 --source S3'"])
        // Who names somebody beside a group does not mean one of it.
        #expect(try official("Pavel Orlov", "Minister of trade", by: "S1") == [])
        try edit(["kind": "local deputy"])
        #expect(try official("Boris Sokolov", "Minister of culture", by: "S3") == [])
    }
}
