import MusterValues
import Testing

@testable import MusterCore

/// The kind and the level of a post that nobody gave.
struct ConcludedKindTests {
    private static let cases: [(String, String?, PostKind, PostLevel?)] = [
        ("заместитель главы", "RU-AD", .deputyHeadOfRegion, .regional), ("заместитель главы", "RU-KGD", .other, nil),
        ("Deputy head", nil, .other, nil), ("Deputy head", "RU-KRS/konyshevsky", .deputyHeadOfMunicipality, .municipal),
        ("Governor", "RU-KRS", .headOfRegion, .regional), ("министр", "RU-KRS/konyshevsky", .other, nil),
        ("мэр", "RU-KGD", .headOfMunicipality, .municipal), ("мэр", nil, .headOfMunicipality, .municipal),
    ]

    @Test(arguments: cases)
    func `the region takes part in it`(_ title: String, _ region: String?, _ kind: PostKind, _ level: PostLevel?) throws
    {
        let fresh = try Fresh()
        let district = NewRegion(
            code: "RU-KRS/konyshevsky", name: "Konyshevsky", parent: "RU-KRS", evidence: Fresh.dispatch)
        _ = try fresh.registry.add(district, by: Fresh.clerk)
        let post = NewPost(title: title, region: region.map { RecordReference($0) })
        let written = try fresh.registry.add(
            NewOfficial(name: "Aslan Test", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        let held = try #require(fresh.registry.officials().first?.posts.first)
        #expect(held.kind == kind && held.level == level)
        let told = written.records.compactMap { change -> [String]? in
            guard change.id.kind == .post, case .added(_, let concluded) = change.change else { return nil }
            return concluded
        }
        #expect(told == [kind == .other ? [] : [kind.words, level!.words]])
    }

    @Test func `what is concluded of a group is told`() throws {
        let fresh = try Fresh(.populated)
        func told(_ who: String, _ change: (inout NewGroup) -> Void) throws -> [String]? {
            var group = NewGroup(who: who)
            change(&group)
            let written = try fresh.registry.enroll(
                NewEnrollment(group: group, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
            return written.records.lazy.compactMap {
                if case .added(_, let concluded) = $0.change { concluded } else { nil }
            }.first
        }
        #expect(try told("deputies") { _ in } == ["at least 2 people"])
        #expect(try told("heads") { $0.kind = .headOfMunicipality } == ["municipal", "at least 2 people"])
        #expect(
            try told("heads of districts") {
                $0.kind = .headOfMunicipality
                ($0.level, $0.least) = (.municipal, 3)
            } == [])
    }
}
