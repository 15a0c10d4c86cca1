import MusterValues
import Testing

@testable import MusterCore

/// The differences over several revisions are the sum of the differences over each of them.
@Suite struct DifferenceSumTests {
    /// A field of a record.
    private struct Place: Hashable, Comparable {
        let record: String
        let field: String

        static func < (left: Place, right: Place) -> Bool {
            (left.record, left.field) < (right.record, right.field)
        }
    }

    private static let revisions: Int64 = 60

    @Test(arguments: [5, 6] as [UInt64])
    func `the differences of adjacent revisions add up to those of the whole`(seed: UInt64) throws {
        let history = try RandomWrites(seed: seed)
        try history.write(until: Int(Self.revisions))
        let steps = try (1...Self.revisions).map {
            try history.registry.differences(from: nil, to: .revision($0))
        }
        for (place, step) in steps.enumerated() {
            #expect(!step.isEmpty || history.isSilent(place + 1), "revision \(place + 1)")
        }
        for (first, last) in [(0, 60), (0, 30), (10, 50), (20, 40), (35, 60), (58, 60)] {
            let whole = try Registry.differences(
                from: history.registry.known(atRevision: Int64(first)), Int64(first),
                to: history.registry.known(atRevision: Int64(last)), Int64(last))
            // A citation made within the span is told with its field, so its own later changes are not in the sum.
            let sum = Self.sum(steps[first..<last]).filter { place, _ in
                !place.record.hasPrefix("C")
                    || history.states[first].rows["citation \(place.record.dropFirst())"] != nil
            }.filter { place, _ in !Self.isOfOther(place.field) }
            let told = whole.filter { !Self.isOfOther($0.field.words) }
            #expect(Self.lines(told) == Self.lines(sum), "from \(first) to \(last)")
        }
    }

    /// True if what is told of a record can change with another one, which alone is told to have changed: a new name of a unit can be the
    /// one that a source states, so that the unit of an enrollment is no inference any more.
    private static func isOfOther(_ field: String) -> Bool {
        ["unit", "official", "region", "programme", "part of"].contains { field == "\($0), inferred" }
    }

    /// The sum of a chain of differences: for each field, the value before the first and after the last.
    private static func sum(_ steps: ArraySlice<[Difference]>) -> [Place: (String?, String?)] {
        var sums: [Place: (String?, String?)] = [:]
        for difference in steps.joined() {
            let place = Place(record: difference.name, field: difference.field.words)
            let values = Self.values(difference)
            sums[place] = (sums[place].map(\.0) ?? values.0, values.1)
        }
        return sums
    }

    private static func lines(_ differences: [Difference]) -> [String] {
        lines(
            Dictionary(
                uniqueKeysWithValues: differences.map { (Place(record: $0.name, field: $0.field.words), values($0)) }))
    }

    private static func lines(_ sums: [Place: (String?, String?)]) -> [String] {
        sums.filter { $0.value.0 != $0.value.1 }.sorted { $0.key < $1.key }.map {
            "\($0.key.record) \($0.key.field): \($0.value.0 ?? "none") → \($0.value.1 ?? "none")"
        }
    }

    /// The values of a difference, reduced to what can be compared: a field that names a record gives only its id,
    /// since the words change with that record; a standing of "accepted" counts as none, since it is not told when a
    /// record comes or goes.
    private static func values(_ difference: Difference) -> (String?, String?) {
        let links: Set = ["unit", "part of", "official", "derived from", "programme", "region", "of", "source"]
        let read = { (value: String?) -> String? in
            if difference.field == .field(.standing), value == Standing.accepted.words { return nil }
            return links.contains(difference.field.words) ? value.map { String($0.prefix { $0 != " " }) } : value
        }
        return (read(difference.before?.words), read(difference.after?.words))
    }
}

extension RandomWrites {
    /// True if a revision changed nothing that any field shows, for example only the days beside an unchanged date.
    fileprivate func isSilent(_ revision: Int) -> Bool { states[revision] == states[revision - 1] }
}
