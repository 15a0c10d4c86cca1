import MusterCore
import MusterValues

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
        var values: [Key: Changes.Amount] = [:]
        var names: [RecordID: String] = [:]
    }

    func changes(from first: Int64, to last: Int64) throws(MusterError) -> Changes {
        var read: [Int64: Numbers] = [:]
        var differences: [Int64: [Difference]] = [:]
        let (before, after) = (try numbers(at: first, &read), try numbers(at: last, &read))
        let moved = Set(before.values.keys).union(after.values.keys).filter { before.values[$0] != after.values[$0] }
        let names = before.names.merging(after.names) { _, new in new }
        var numbers: [Changes.MovedNumber] = []
        for key in moved.sorted(by: Self.isBefore) {
            let revisions = try steps(of: key, from: first, to: last, &read)
            var steps: [Changes.Step] = []
            for revision in revisions {
                let cited = try citations(of: key, in: revision, &differences)
                steps.append(
                    Changes.Step(
                        revision: revision, after: try self.numbers(at: revision, &read).values[key],
                        citations: cited.map(\.statement), fields: cited.map(\.field)))
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
            if people != .none { numbers.values[Key(what: .people, of: nil)] = Changes.Amount(people) }
            for unit in try known.units() where unit.standing != .rejected {
                if let name = unit.name { numbers.names[unit.id] = name }
                if unit.headcount != .none {
                    numbers.values[Key(what: .people, of: unit.id)] = Changes.Amount(unit.headcount)
                }
                if !unit.strengths.isEmpty {
                    numbers.values[Key(what: .strength, of: unit.id)] = Changes.Amount(ranges: unit.strengths)
                }
            }
            for region in try known.regions() {
                guard let units = region.unitsOnRecord, units > 0 else { continue }
                let id = RecordID(region: region.code)
                numbers.names[id] = region.name
                numbers.values[Key(what: .units, of: id)] = Changes.Amount(
                    ranges: [Strength(least: units, most: units)])
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
    private func citations(
        of key: Key, in revision: Int64, _ differences: inout [Int64: [Difference]]
    ) throws(MusterError) -> [(field: FieldName, statement: CitedStatement)] {
        let all =
            if let known = differences[revision] { known } else {
                try registry.differences(from: nil, to: .revision(revision))
            }
        differences[revision] = all
        let kinds = Set(key.what.kinds)
        var counted: Set<RecordID>?
        if let id = key.of {
            counted = try records(of: id, key.what, at: revision)
            if revision > 1 { counted?.formUnion(try records(of: id, key.what, at: revision - 1)) }
        }
        var seen: Set<RecordID> = []
        return all.filter { difference in
            guard let record = difference.record, kinds.contains(record.kind) else { return false }
            return counted?.contains(record) ?? true
        }.flatMap { difference in difference.citedSince.map { (difference.field.citedName, $0) } }
            .filter { seen.insert($0.1.citation).inserted }
    }

    /// The records that a number counts: the units of a region, or a unit with what happened to it and in it.
    private func records(of id: RecordID, _ what: Changes.What, at revision: Int64) throws(MusterError) -> Set<RecordID>
    {
        let known = try registry.known(at: .revision(revision))
        if what == .units {
            var filter = Filter()
            filter.region = RecordReference(id)
            return Set(try known.units(filter).map(\.id))
        }
        guard try known.units().contains(where: { $0.id == id }) else { return [] }
        let lines = try known.timeline(of: RecordReference(id))
        return Set(lines.map(\.record.id)).union(lines.compactMap(\.event)).union([id])
    }
}

extension ComparedField {
    /// The field by which its citations name it; what happened to a record goes by its value.
    fileprivate var citedName: FieldName { if case .field(let name) = self { name } else { .value } }
}

extension Changes.Amount {
    fileprivate init(_ people: Headcount) { self.init(ranges: [Strength(least: people.least, most: people.most)]) }
}
