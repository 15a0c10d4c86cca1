import MusterValues
import Testing

@testable import MusterCore
@testable import MusterDemo

extension DoubtTests {
    /// A random unit of groups with doubts and members, counted by trying every way in which the doubts can be true.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the range holds every way in which the doubts can be true, and no more`(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        var links: [(Int, Int)] = []
        var sizes = [5, 5]
        for group in ["E3", "E4"] as [RecordReference] { _ = try edit(group, ["most": ""]) }
        for index in 0..<4 {
            let least = dice.number(1...9)
            let other = dice.happens(70) ? dice.below(sizes.count) : nil
            try enroll("group \(index)", least: least, perhaps: other.map { "E\($0 + 3)" })
            if let other { links.append((other, sizes.count)) }
            sizes.append(least)
        }
        _ = try edit("E4", ["perhaps_same_as": "E3"])
        links.append((0, 1))
        var members = sizes.map { _ in Set<Int>() }
        for person in 0..<3 {
            let group = dice.below(sizes.count)
            for group in Set([group, dice.happens(40) ? dice.below(sizes.count) : group]) {
                _ = try registry.resolve(
                    GroupResolution(
                        group: "E\(group + 3)",
                        officials: [RecordReference(["Anna Petrova", "Boris Sidorov", "Vera Ivanova"][person])],
                        post: NewPost(title: "Deputy"), evidence: Fresh.dispatch), by: Fresh.clerk)
                members[group].insert(person)
            }
        }
        var least = Int.max
        for truth in 0..<(1 << links.count) {
            var block = Array(sizes.indices)
            for (number, link) in links.enumerated() where truth >> number & 1 == 1 {
                let (one, other) = (block[link.0], block[link.1])
                for index in block.indices where block[index] == other { block[index] = one }
            }
            let others = Set(block).map { own in
                let groups = sizes.indices.filter { block[$0] == own }
                let named = groups.reduce(into: Set<Int>()) { $0.formUnion(members[$1]) }
                return max(0, groups.map { sizes[$0] }.max()! - named.count)
            }
            least = min(least, others.reduce(members.reduce(into: Set<Int>()) { $0.formUnion($1) }.count, +))
        }
        #expect(try people() == "at least \(least)")
    }
}
