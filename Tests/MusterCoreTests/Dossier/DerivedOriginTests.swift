import MusterValues
import Testing

@testable import MusterCore
@testable import MusterDemo

/// The number of voices behind statements, where sources derive from several others.
@Suite struct DerivedOriginTests {
    /// For each source, those that it derives from; sources come before those that derive from them.
    private typealias Graph = [[Int]]

    /// The cases of the documentation: S3 derives from S1 and S2, S4 from S2, S6 from S5.
    private static let graph: Graph = [[], [], [0, 1], [1], [], [4]]

    @Test(arguments: [
        ([3], 1), ([1, 2, 3], 2), ([2, 3], 1), ([1, 3], 1), ([3, 4], 1), ([3, 6], 2), ([1, 4], 2),
        ([1, 2, 3, 4, 6], 3),
    ])
    func `a source adds no voice beside those that it derives from`(cited: [Int], voices: Int) throws {
        let fresh = try Self.registry(Self.graph)
        #expect(try Self.voices(behind: cited.map { $0 - 1 }, fresh) == voices)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the voices are as many as a brute force finds`(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        let graph: Graph = (0..<9).map { source in (0..<source).filter { _ in dice.happens(22) } }
        let fresh = try Self.registry(graph)
        for _ in 0..<12 {
            let cited = graph.indices.filter { _ in dice.happens(60) }
            #expect(try Self.voices(behind: cited, fresh) == Self.greatest(cited, graph), "\(graph) \(cited)")
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `the most sets that share nothing are as many as a brute force finds`(seed: UInt64) {
        var dice = SeededRandom(seed: seed)
        let sets = (0..<(2 + Int(seed % 12))).map { _ in Set((0..<dice.number(1...3)).map { _ in dice.below(12) }) }
        let all = (0..<(1 << sets.count)).map { mask in sets.indices.filter { mask >> $0 & 1 == 1 }.map { sets[$0] } }
        let greatest = all.filter { chosen in Set(chosen.joined()).count == chosen.map(\.count).reduce(0, +) }
        #expect(DisjointSets.most(of: sets) == greatest.map(\.count).max())
    }

    @Test func `a tangle of hundreds of sets is counted in a moment, and never too high`() {
        let sets = (0..<400).map { Set([$0 % 20, 20 + $0 / 20, 40 + ($0 * 7 + $0 / 20) % 20]) }
        #expect((1...20).contains(DisjointSets.most(of: sets)))
    }

    @Test func `two sources of one page derive from all that either derives from`() throws {
        let fresh = try Self.registry([[], [], [0], [1]])
        for (source, url) in [("S3", "https://example.org/1"), ("S4", "http://www.example.org/1/")] {
            try fresh.edit(RecordReference(source), ["url": url])
        }
        #expect(try Self.voices(behind: [2, 3], fresh) == 1)
        #expect(try Self.voices(behind: [0, 2, 3], fresh) == 1)
        #expect(try Self.voices(behind: [0, 1, 2], fresh) == 2)
    }

    @Test func `a speaker is one more thing that a statement goes back to`() throws {
        let fresh = try Self.registry(Self.graph)
        let statements = { (speakers: [Int64: String]) in
            speakers.keys.sorted().map { SourceOrigins.Statement(source: $0, speaker: speakers[$0]) }
        }
        let voices = { (said: [SourceOrigins.Statement]) in
            try fresh.registry.read { try SourceOrigins(of: said.map(\.source), $0).voices(of: said) }
        }
        #expect(try voices(statements([1: "the mayor", 5: "the mayor"])).count == 1)
        #expect(try voices(statements([1: "the mayor", 6: "the mayor"])).ties.map(\.words).count == 1)
        // S3 has the word of S1's speaker and S2's; S5 has that of S2's alone.
        let said = statements([1: "the mayor", 2: "the governor", 5: "the governor"])
        #expect(try voices(said + [SourceOrigins.Statement(source: 3, speaker: nil)]).count == 2)
    }

    /// A registry with such sources, S1 to S9, and U2, on whose task they are cited.
    private static func registry(_ graph: Graph) throws -> Fresh {
        let fresh = try Fresh(.populated)
        for (number, origins) in graph.enumerated().dropFirst() {
            var source = NewSource(kind: .regionalMedia, title: "Paper \(number + 1)")
            source.derivedFrom = origins.map { RecordReference("S\($0 + 1)") }
            source.relation = origins.isEmpty ? nil : .quotes
            _ = try fresh.registry.add(source, by: Fresh.clerk)
        }
        return fresh
    }

    private static func voices(behind cited: [Int], _ fresh: Fresh) throws -> Int {
        let said = cited.map { SourceOrigins.Statement(source: Int64($0 + 1), speaker: nil) }
        return try fresh.registry.read { try SourceOrigins(of: said.map(\.source), $0).voices(of: said).count }
    }

    /// The greatest number of cited sources of which no two go back to one source: every choice is tried.
    private static func greatest(_ cited: [Int], _ graph: Graph) -> Int {
        func reach(_ source: Int) -> Set<Int> {
            graph[source].reduce(into: [source]) { $0.formUnion(reach($1)) }
        }
        let choices = (0..<(1 << cited.count)).map { mask in cited.indices.filter { mask >> $0 & 1 == 1 } }
        let fit = choices.filter { choice in
            choice.allSatisfy { one in
                choice.allSatisfy { $0 == one || reach(cited[$0]).isDisjoint(with: reach(cited[one])) }
            }
        }
        return fit.map(\.count).max() ?? 0
    }
}
