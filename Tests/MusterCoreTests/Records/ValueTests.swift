import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// Tests that a table shows a cell in words, and CSV shows it as the register stores it.
struct ValueTests {
    @Test(
        arguments: [
            (.text("a_b"), "a_b", "a_b"), (.number(7), "7", "7"), (.record(RecordID(.unit, 3)), "U3", "U3"),
            (.people(Headcount(least: 2, most: nil, namedLeast: 0, named: 0, certain: 0)), "at least 2", "at least 2"),
            (.list(EnrollmentState.contractSigned), "contract signed", "contract_signed"),
            (.labelled(MatchTier.surname), "surname only", "surname"),
            (
                .alternatives([Tenure.inOffice, .onLeave])!, "in office or on leave", "in_office or on_leave"
            ), (.alternatives([Tenure.inOffice])!, "in office", "in_office"),
            (.each([.text("Mayor"), .text("Clerk")])!, "Mayor; Clerk", "Mayor; Clerk"),
            (
                .with(.text("Deputy_head"), .list(Tenure.inOffice)), "Deputy_head (in office)",
                "Deputy_head (in_office)"
            ),
        ] as [(Value, String, String)])
    func `a value has words for people and one spelling for programs`(value: Value, words: String, raw: String) {
        #expect(value.words == words)
        #expect(value.raw == raw)
    }

    @Test func `no value of several is no cell`() {
        #expect(Value.alternatives([Tenure]()) == nil)
        #expect(Value.each([]) == nil)
    }

    @Test func `CSV spells the values of closed lists as JSON does`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        let leave = NewEvent(
            record: "E1", state: "contract signed", date: "2025-06", evidence: [Fresh.dispatch])
        _ = try registry.add(leave, by: Fresh.clerk)
        let row = try #require(registry.enrollments().first)
        let cells = Dictionary(uniqueKeysWithValues: zip(ListedEnrollment.columns.map(\.name), row.cells))
        #expect(cells["state"]??.raw == "contract_signed")
        #expect(cells["contract"]??.raw == "not_stated")
        #expect(cells["contract"]??.words == "not stated")
        let json = try JSON.text(row)
        #expect(json.contains("\"contract_signed\"") && json.contains("\"not_stated\""))
        let post = try #require(registry.officials().first?.posts.first)
        #expect(post.tenure == [.inOffice])
        #expect(try registry.text(of: "RU-KGD", as: .csv).contains(",contract_signed,"))
        #expect(try !registry.text(of: "RU-KGD", as: .csv).contains("contract signed"))
        #expect(try registry.text(of: "RU-KGD", as: .md).contains("| **contract signed** |"))
    }

    @Test func `a title that holds the sign between titles is one post`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        let post = NewPost(title: "Mayor; acting (in_office)", region: "RU-TUL")
        _ = try registry.add(NewOfficial(name: "Anna Petrova", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        let official = try #require(registry.officials().first { $0.name == "Anna Petrova" })
        #expect(official.posts.map(\.title) == ["Mayor; acting (in_office)"])
        #expect(official.posts.first?.region == NamedRegion(code: "RU-TUL", name: "Tula Oblast"))
        #expect(official.posts.first?.tenure == [])
    }

    @Test func `citations are there only if they are asked for, those on events too`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        #expect(try registry.enrollments().allSatisfy { $0.citations == nil && $0.sources == nil && $0.cited == nil })
        let first = try #require(registry.enrollments(withCitations: true).first)
        let citations = try #require(first.citations)
        #expect(citations.map(\.id) == citations.map(\.id).sorted())
        #expect(Set(citations.map(\.record.kind)) == [.enrollment, .event])
        #expect(Set(citations.map(\.source)) == [NamedRecord(id: RecordID(.source, 1), name: "Dispatch")])
        #expect(first.sources == 1)
        #expect(first.cited == "S1")
    }

    @Test func `each reason of a match has words of its own`() {
        let words = MatchReason.allCases.map(\.label.english)
        #expect(Set(words).count == words.count)
        #expect(Set(MatchReason.allCases.map(\.rawValue)).isDisjoint(with: words.filter { $0.contains(" ") }))
    }
}
