import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A question about a past revision gives, byte for byte, the answer it gave when that revision was the newest.
@Suite struct KnownAtTests {
    /// Asks all questions at every 45th revision and one in sixty at the others, others each time. The report,
    /// which reads everything, is made at one revision in twelve.
    private static func answers(of registry: Registry, at revision: Int64) throws -> [String: String] {
        var answers = try Answers.of(registry, at: revision, oneIn: revision.isMultiple(of: 45) ? 1 : 60)
        answers["newest revision"] = "\(try registry.newestRevision())"
        answers["head"] = try registry.head()
        if revision.isMultiple(of: 12) || revision.isMultiple(of: 45) {
            answers["report"] = try registry.text(of: nil, as: .md)
        }
        return answers
    }

    @Test func `every query and report on a past revision gives what it gave then`() throws {
        let chronicle = try Chronicle()
        var then: [[String: String]] = []
        try chronicle.tell { revision in
            #expect(revision == Int64(then.count + 1))
            then.append(try Self.answers(of: chronicle.registry, at: revision))
        }
        #expect(then.count >= 90)
        for (place, answers) in then.enumerated() {
            let revision = Int64(place + 1)
            let known = try chronicle.registry.known(at: .revision(revision))
            let differences = Answers.differences(answers, try Self.answers(of: known, at: revision))
            #expect(differences == [], "revision \(revision)")
        }
        let proof = try chronicle.registry.verify()
        #expect(proof.revisions == Int64(then.count))
    }

    @Test func `every reading method of a registry is asked in that test`() throws {
        var reading: Set<String> = []
        var writing: Set<String> = []
        for (_, text) in try Package.swiftFiles(under: "Sources/MusterCore") {
            for part in text.split(separator: #/\n(?=extension |public struct |struct |final class |enum )/#)
            where part.contains(#/^(?:public )?(?:extension|struct) Registry\b/#) {
                for match in part.matches(of: #/\n {4}public func (\w+)(\([^{]*?\))\s+throws/#) {
                    let isWrite = match.2.contains(#/\bby \w+: (Authorship|String)/#)
                    if isWrite { writing.insert(String(match.1)) } else { reading.insert(String(match.1)) }
                }
            }
        }
        // These are about the history itself or the file, so they are not asked of a past revision.
        // Coverage and the figures are made of what is asked there as the report and what is due.
        let others: Set = ["known", "log", "differences", "redaction", "verify", "backUp", "coverage", "figures"]
        #expect(reading == Answers.methods.union(others))
        #expect(writing.isSuperset(of: ["add", "cite", "edit", "enroll", "revert", "redact"]))
    }

    @Test func `every property of a filter is asked in that test`() {
        let properties = Set(Mirror(reflecting: Filter()).children.compactMap(\.label))
        #expect(properties.subtracting(Answers.filters.map(\.name)) == [])
    }

    @Test func `a past registry takes no change, and knows of no later one`() throws {
        let fresh = try Fresh(.populated)
        let past = try fresh.registry.known(at: .revision(4))
        let error = #expect(throws: MusterError.self) {
            try past.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        }
        #expect(error == .readOnly(path: fresh.path))
        #expect(
            throws: MusterError.unknownRecord(
                "U2", among: RecordKind.allCases, fix: .words("it came with revision 5"))
        ) { try past.show("U2") }
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["ordinal": "5"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(try past.newestRevision() == 4)
        #expect(try past.units().map(\.ordinal) == [nil])
    }

    @Test func `at the beginning nothing is known`() throws {
        let fresh = try Fresh(.populated)
        let empty = try fresh.registry.known(atRevision: 0)
        #expect(try empty.newestRevision() == 0)
        #expect(try empty.head() == nil)
        #expect(try empty.regions().isEmpty)
        #expect(try empty.report(region: nil).headcount == .none)
    }
}
