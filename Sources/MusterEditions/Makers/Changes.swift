public import MusterCore
public import MusterValues

/// What changed between two revisions: each number that moved, and each revision.
public struct Changes: Encodable, Sendable {
    /// The numbers that are not the same any more.
    public let numbers: [MovedNumber]
    /// The revisions, the oldest first.
    public let revisions: [LoggedRevision]

    /// A number that moved.
    public struct MovedNumber: Encodable, Sendable {
        /// What it counts.
        public let what: What
        /// The unit or the region that it is of; nil for the whole register.
        public let of: NamedRecord?
        /// The number before, as "2 to 3"; nil if there was none.
        public let before: String?
        /// The number after; nil if there is none any more.
        public let after: String?
        /// The revisions that moved it, the oldest first.
        public let steps: [Step]
    }

    /// A revision that moved a number.
    public struct Step: Encodable, Sendable {
        /// The revision.
        public let revision: Int64
        /// The number after it; nil if there is none any more.
        public let after: String?
        /// The citations that came with it, of what the number counts.
        public let citations: [CitedStatement]
    }

    /// The numbers that are compared.
    public enum What: String, ClosedList {
        /// The people who ever joined, on the register.
        case people
        /// The strength of a unit, as sources state it.
        case strength
        /// The units of a region.
        case units

        /// The name of one value in a message.
        public static var listName: String { "number" }

        /// The words for people.
        public var label: Label {
            switch self {
            case .people: Label("people ever joined", "вступления за всё время")
            case .strength: Label("strength", "численность")
            case .units: Label("units", "подразделения")
            }
        }
    }
}

/// Finds the revisions by which numbers moved.
struct ChangeFinder {
    let registry: Registry

    /// A number of the register.
    struct Key: Hashable {
        let what: Changes.What
        let of: RecordID?
    }

    /// The numbers of one revision, with the names of what they are of.
    struct Numbers {
        var values: [Key: String] = [:]
        var names: [RecordID: String] = [:]
    }

    func changes(from first: Int64, to last: Int64) throws(MusterError) -> Changes {
        var read: [Int64: Numbers] = [:]
        let (before, after) = (try numbers(at: first, &read), try numbers(at: last, &read))
        let moved = Set(before.values.keys).union(after.values.keys).filter { before.values[$0] != after.values[$0] }
        let names = before.names.merging(after.names) { _, new in new }
        var numbers: [Changes.MovedNumber] = []
        for key in moved.sorted(by: Self.isBefore) {
            let revisions = try steps(of: key, from: first, to: last, &read)
            var steps: [Changes.Step] = []
            for revision in revisions {
                steps.append(
                    Changes.Step(
                        revision: revision, after: try self.numbers(at: revision, &read).values[key],
                        citations: try citations(of: key, in: revision)))
            }
            numbers.append(
                Changes.MovedNumber(
                    what: key.what, of: key.of.map { NamedRecord(id: $0, name: names[$0]) }, before: before.values[key],
                    after: after.values[key], steps: steps))
        }
        let log = try registry.log().filter { $0.revision > first && $0.revision <= last }
        return Changes(numbers: numbers, revisions: log.reversed())
    }

    private static func isBefore(_ one: Key, _ other: Key) -> Bool {
        guard let (mine, yours) = one.of.flatMap({ mine in other.of.map { (mine, $0) } }) else {
            return one.of == nil && other.of != nil
        }
        return (mine, one.what.rawValue) < (yours, other.what.rawValue)
    }

    /// The numbers as they were known at a revision; none before the first.
    private func numbers(at revision: Int64, _ read: inout [Int64: Numbers]) throws(MusterError) -> Numbers {
        if let known = read[revision] { return known }
        var numbers = Numbers()
        if revision > 0 {
            let known = try registry.known(at: .revision(revision))
            let people = try known.peopleOnRecord()
            if people != .none { numbers.values[Key(what: .people, of: nil)] = people.words }
            for unit in try known.units() where unit.standing != .rejected {
                if let name = unit.name { numbers.names[unit.id] = name }
                if unit.headcount != .none { numbers.values[Key(what: .people, of: unit.id)] = unit.headcount.words }
                let strength = unit.strengths.map(\.words).joined(separator: " or ")
                if !strength.isEmpty { numbers.values[Key(what: .strength, of: unit.id)] = strength }
            }
            for region in try known.regions() {
                guard let units = region.unitsOnRecord, units > 0 else { continue }
                let id = RecordID(region: region.code)
                numbers.names[id] = region.name
                numbers.values[Key(what: .units, of: id)] = String(units)
            }
        }
        read[revision] = numbers
        return numbers
    }

    /// The revisions that moved a number, found by halving: a number that moved and came back in between is none of them.
    private func steps(of key: Key, from first: Int64, to last: Int64, _ read: inout [Int64: Numbers])
        throws(MusterError) -> [Int64]
    {
        if try numbers(at: first, &read).values[key] == numbers(at: last, &read).values[key] { return [] }
        if last - first <= 1 { return [last] }
        let middle = first + (last - first) / 2
        return try steps(of: key, from: first, to: middle, &read) + steps(of: key, from: middle, to: last, &read)
    }

    /// The citations that a revision brought for what a number counts.
    private func citations(of key: Key, in revision: Int64) throws(MusterError) -> [CitedStatement] {
        let differences = try registry.differences(from: .revision(revision - 1), to: .revision(revision))
        var counted: Set<RecordID>?
        if let id = key.of {
            let known = try registry.known(at: .revision(revision))
            let lines = try known.timeline(of: RecordReference(id))
            counted = Set(lines.map(\.record.id)).union(lines.compactMap(\.event)).union([id])
        }
        var seen: Set<RecordID> = []
        return differences.filter { difference in
            // A region's units are counted, and not what happens in it.
            if key.what == .units { return difference.record?.kind == .unit }
            guard let counted else { return true }
            return difference.record.map(counted.contains) ?? false
        }.flatMap(\.citedSince).filter { seen.insert($0.citation).inserted }
    }
}
