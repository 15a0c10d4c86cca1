import MusterValues
import Testing

@testable import MusterCore

/// What the registry can see to be one voice is one origin, whether or not a clerk thought of it.
final class OriginTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func add(_ title: String, _ change: (inout NewSource) -> Void) throws {
        var source = NewSource(kind: .regionalMedia, title: title)
        change(&source)
        _ = try registry.add(source, by: Fresh.clerk)
    }

    /// The independent origins of the task of U2, cited from two sources.
    private func origins(_ first: Evidence, _ second: Evidence) throws -> Int {
        for evidence in [first, second] {
            _ = try registry.cite(NewCitation(record: "U2", field: "role", evidence: evidence), by: Fresh.clerk)
        }
        return try #require(registry.show("U2").fields.first { $0.field == .role }).origins
    }

    private func role(_ source: RecordReference, speaker: String? = nil) -> Evidence {
        var evidence = Evidence(source: source, stated: "defence")
        evidence.speaker = speaker
        return evidence
    }

    @Test(arguments: [
        ("https://example.org/1", "http://www.example.org/1/#comments", 1),
        ("https://example.org/1", "https://example.org/1?utm_source=x", 1),
        ("https://example.org/1", "https://web.archive.org/web/20250601120000/https://example.org/1", 1),
        ("https://example.org/1", "https://web.archive.org/web/20250601120000id_/http://www.example.org/1/", 1),
        ("https://example.org/1", "https://example.org/2", 2),
        ("https://example.org/1", "https://example.org/1?page=2", 2),
    ])
    func `one page is one origin in whatever form its address is written`(one: String, other: String, count: Int) throws
    {
        try add("Paper") { $0.url = one }
        try add("Paper, a copy") { $0.url = other }
        #expect(try origins(role("S2"), role("S3")) == count)
    }

    @Test func `one text is one origin`() throws {
        let hash = String(repeating: "ab", count: 32)
        try add("Paper") { $0.sha256 = hash }
        try add("Another") { $0.sha256 = hash }
        #expect(try origins(role("S2"), role("S3")) == 1)
    }

    @Test(arguments: [
        ("the governor", "The Governor", 1), ("Олег Новиков", "Oleg Novikov", 1), ("the governor", "the mayor", 2),
    ])
    func `one speaker quoted twice is one origin`(one: String, other: String, count: Int) throws {
        try add("Paper") { _ in }
        try add("Another") { _ in }
        #expect(try origins(role("S2", speaker: one), role("S3", speaker: other)) == count)
    }

    @Test func `a death from one page is refused by the pair, until the two are told apart`() throws {
        try add("Paper") { $0.url = "https://example.org/1" }
        try add("Paper, comments") { $0.url = "https://example.org/1#comments" }
        let evidence = ["S2", "S3"].map { Evidence(source: $0) }
        let death = NewEvent(record: "E1", state: "killed", evidence: evidence)
        let rule =
            "the death V5 goes back to one origin: S2 and S3 have one address; a death is recorded from two sources at least, "
            + "neither derived from the other"
        let said = rule + "; if they are two all the same, say so first with 'muster distinct S2 S3'"
        try fresh.expectRefusal(
            .refused(rule: rule, fix: .distinguish(RecordID("S2")!, RecordID("S3")!)), said, exit: 69
        ) { try $0.add(death, by: Fresh.clerk) }
        _ = try registry.distinguish("S2", from: "S3", by: Fresh.clerk)
        #expect(try registry.add(death, by: Fresh.clerk).revision != nil)
    }

    @Test func `a death by the word of one speaker is refused`() throws {
        try add("Paper") { _ in }
        var evidence = ["S1", "S2"].map { Evidence(source: $0) }
        for index in evidence.indices { evidence[index].speaker = "the governor" }
        let death = NewEvent(record: "E1", state: "killed", evidence: evidence)
        let error = #expect(throws: MusterError.self) { try self.registry.add(death, by: Fresh.clerk) }
        #expect(error?.said.contains("S1 and S2 pass on the words of one speaker") == true)
    }

    @Test func `an enrollment told twice by one page is listed as of one origin`() throws {
        try add("Paper") { $0.url = "https://example.org/1" }
        try add("Paper, comments") { $0.url = "https://example.org/1#comments" }
        let group = NewGroup(who: "deputies")
        _ = try registry.enroll(
            NewEnrollment(group: group, unit: "U2", evidence: Evidence(source: "S2")), by: Fresh.clerk)
        let unit = NewCitation(record: "E3", field: "unit", evidence: Evidence(source: "S3", stated: "BARS-Kursk"))
        _ = try registry.cite(unit, by: Fresh.clerk)
        let gap = try registry.report(region: "RU-KRS").gaps.first { $0.what == .oneOrigin }
        #expect(gap?.records.map(\.description) == ["E3"])
        #expect(try registry.enrollments().last?.id.description == "E3")
    }
}
