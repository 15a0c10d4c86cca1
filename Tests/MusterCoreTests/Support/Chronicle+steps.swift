import MusterValues

@testable import MusterCore

extension Chronicle {
    /// One revision after the dispatch.
    struct Step: Sendable {
        let name: String
        let make: @Sendable (Chronicle) throws -> WriteResult

        init(_ name: String, _ make: @escaping @Sendable (Chronicle) throws -> WriteResult) {
            self.name = name
            self.make = make
        }
    }

    static let steps = added + edited + judged + undone

    private static let added: [Step] = [
        Step("source") {
            var new = NewSource(kind: .nationalMedia, title: "Second dispatch")
            new.url = "https://example.org/2"
            new.published = "2025-06"
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("rewrite") { try $0.registry.add(NewSource(kind: .rewrite, title: "Rewrite"), by: Fresh.clerk) },
        Step("territory") { try $0.registry.add(NewRegion(code: "UA-43", name: "Crimea"), by: Fresh.clerk) },
        Step("district") {
            let evidence = Evidence(source: "S3")
            let new = NewRegion(code: nil, name: "Gusev district", parent: "RU-KGD", evidence: evidence)
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("unnamed unit") {
            let new = NewUnit(designation: nil, region: "RU-BEL", evidence: Evidence(source: "S3"))
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("part of a unit") {
            var new = NewUnit(designation: "Second company", evidence: Evidence(source: "S3"))
            new.partOf = "U1"
            new.aliases = ["2nd company"]
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("official, post, unit and enrollment") {
            let post = NewPost(title: "Mayor", region: "RU-KGD/gusev", tenure: .inOffice)
            var new = NewEnrollment(
                official: "Anna Example", post: post, unit: "BARS-Tula", evidence: Evidence(source: "S3"))
            new.unitRegion = "RU-TUL"
            new.contract = .reserve
            new.role = "medic"
            return try $0.registry.enroll(new, by: Fresh.clerk)
        },
        Step("group") {
            let group = NewGroup(who: "deputies", level: .regional, region: "UA-43", least: 4, most: 9)
            let new = NewEnrollment(group: group, unit: "U3", state: .training, evidence: Evidence(source: "S3"))
            return try $0.registry.enroll(new, by: Fresh.clerk)
        },
        Step("post") {
            var post = NewPost(title: "Senator", tenure: .left)
            post.tenureDate = "2025-05"
            let new = NewPostOfOfficial(official: "O1", post: post, evidence: Evidence(source: "S3"))
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("programme") {
            let new = NewProgramme(name: "Storm", launched: "2024", evidence: Evidence(source: "S3"))
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("contract signed") { try $0.event("E1", "contract signed", "2025-06") },
        Step("serving") { try $0.event("E1", "serving", "2025-06-10/2025-08") },
        Step("strength") { try $0.event("U1", "strength 300..500", "2025-07-01") },
        Step("denied") { try $0.event("E3", "denied") },
        Step("killed") { try $0.event("E4", "killed", "2025-08-01", sources: ["S1", "S3"]) },
        Step("dispute") { try $0.cite("U1", "region", "RU-TUL", stance: .disputes) },
        Step("variant") { try $0.cite("U2", "name", "БАРС-Курск", nature: .local) },
    ]

    private static let edited: [Step] = [
        Step("derived from") { try $0.edit("S4", ["derived_from": "S3", "relation": "copies"]) },
        Step("source's title") { try $0.edit("S3", ["title": "Third dispatch", "url": "https://example.org/3"]) },
        Step("region's name") { try $0.edit("RU-KGD", ["name": "Kaliningrad region"]) },
        Step("region's fields") { try $0.edit("UA-43", ["federal_district": "Central", "number": "82"]) },
        Step("unit's name") { try $0.edit("U1", ["name": "BARS-39"], source: "S3") },
        Step("unit's programme and order") { try $0.edit("U2", ["programme": "BARS", "ordinal": "4"]) },
        Step("official's name") { try $0.edit("O2", ["name": "Novikov"], source: "S3") },
        Step("post's region") { try $0.edit("P2", ["region": "RU-KRS", "title": "Head", "body": "council"]) },
        Step("moved") { try $0.edit("E4", ["unit": "U1"], source: "S3") },
        Step("size of a group") { try $0.edit("E2", ["least": "3", "most": "5", "region": "RU-KGD/gusev"]) },
        Step("contract") { try $0.edit("E1", ["contract": "volunteer", "concluded_by": "ministry"], source: "S3") },
        Step("date of an event") { try $0.edit("V5", ["date": "2025-05-31"], source: "S3") },
        Step("value of an event") { try $0.edit("V3", ["value": "operational", "cause": "by order"]) },
        Step("citation") { try $0.edit("C5", ["stated": "ministry", "locator": "page 3", "speaker": "a deputy"]) },
        Step("concluded") { try $0.edit("G1", ["aim": "a reserve"]) },
        Step("concluded otherwise") { try $0.edit("G1", ["aim": "a network"]) },
        Step("launched") { try $0.edit("G1", ["launched": "2024-04~", "launched_by": ""]) },
    ]

    private static let judged: [Step] = [
        Step("citation rejected") { try $0.edit("C18", ["standing": "rejected", "note": "misread"]) },
        Step("official rejected") { try $0.edit("O1", ["standing": "rejected", "note": "somebody else"]) },
        Step("official accepted") { try $0.edit("O1", ["standing": "accepted"]) },
        Step("unit disputed") { try $0.edit("U2", ["standing": "disputed", "note": "one source"]) },
        Step("enrollment rejected") { try $0.edit("E2", ["standing": "rejected", "note": "counted twice"]) },
        Step("event rejected") { try $0.edit("V6", ["standing": "rejected", "note": "no such thing"]) },
        Step("regions from files") { chronicle in
            try chronicle.registry.loadRegions(
                fromFile: chronicle.file("regions.csv", "iso_code,name_en,kind\nGE-AB,Abkhazia,territory\n"),
                bordersFile: chronicle.file("borders.csv", "iso_code,country,border,note\nUA-43,UA,land,\n"),
                blocsFile: chronicle.file("blocs.csv", "bloc,country,member_since\nNATO,UA,2025-01-01\n"),
                by: Fresh.clerk
            ).written
        },
    ]

    private static let undone: [Step] = [
        Step("name undone") { try $0.revert("unit's name") }, Step("name again") { try $0.revert("name undone") },
        Step("name undone again") { try $0.revert("name again") },
        Step("group undone") { try $0.revert("group") }, Step("unnamed unit undone") { try $0.revert("unnamed unit") },
        Step("unnamed unit again") { try $0.revert("unnamed unit undone") },
        Step("move undone") { try $0.revert("moved") }, Step("dispute undone") { try $0.revert("dispute") },
        Step("killed undone") { try $0.revert("killed") }, Step("killed again") { try $0.revert("killed undone") },
        Step("files undone") { try $0.revert("regions from files") },
        Step("citation accepted") { try $0.revert("citation rejected") },
        Step("unit after an undone one") {
            let new = NewUnit(designation: nil, region: "UA-43", evidence: Evidence(source: "S3"))
            return try $0.registry.add(new, by: Fresh.clerk)
        },
        Step("told apart") { try $0.registry.distinguish("O1", from: "O3", by: Fresh.clerk) },
        Step("officials merged") { try $0.registry.merge("O2", with: "O1", by: Fresh.clerk) },
        Step("units merged") { try $0.registry.merge("U2", with: "U1", by: Fresh.clerk) },
        Step("source twice") {
            try $0.registry.add(NewSource(kind: .ngo, title: "The third dispatch"), by: Fresh.clerk)
        },
        Step("sources merged") {
            try $0.registry.merge("Third dispatch", with: "The third dispatch", by: Fresh.clerk)
        },
        Step("after the merges") { try $0.event("U1", "disbanded", sources: ["S1"]) },
        Step("officials two again") { try $0.registry.unmerge("O1", by: Fresh.clerk) },
        Step("units two again") { try $0.registry.unmerge("U1", by: Fresh.clerk) },
        Step("group resolved") {
            let resolution = GroupResolution(group: "E2", officials: ["O2"], evidence: Evidence(source: "S4"))
            return try $0.registry.resolve(resolution, by: Fresh.clerk)
        },
        Step("group accepted") { try $0.edit("E2", ["standing": "accepted"]) },
        Step("groups in doubt") { try $0.edit("E3", ["perhaps_same_as": "E2"]) },
        Step("groups told apart") { try $0.registry.distinguish("E2", from: "E3", by: Fresh.clerk) },
        Step("groups in doubt again") { try $0.revert("groups told apart") },
        Step("groups merged") { try $0.registry.merge("E2", with: "E3", by: Fresh.clerk) },
        Step("groups two again") { try $0.registry.unmerge("E3", by: Fresh.clerk) },
    ]
}
