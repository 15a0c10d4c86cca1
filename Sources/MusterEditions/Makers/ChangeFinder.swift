import MusterCore
import MusterValues

/// Finds the revisions by which numbers moved.
final class ChangeFinder {
    private let registry: Registry
    /// The day for which it is counted who was in a unit. It is one day for all revisions, so that no number moves with the days.
    private let day: Day
    private var read: [Int64: ChangedNumbers] = [0: ChangedNumbers()]
    private var differences: [Int64: [Difference]] = [:]
    private var owners: [Int64: [RecordID: Set<RecordID>]] = [:]

    init(_ registry: Registry, on day: Day) { (self.registry, self.day) = (registry, day) }

    func changes(from first: Int64, to last: Int64) throws(MusterError) -> Changes {
        let (before, after) = (try numbers(at: first), try numbers(at: last))
        let moved = Set(before.values.keys).union(after.values.keys).filter { before.values[$0] != after.values[$0] }
        let names = before.names.merging(after.names) { _, new in new }
        let log = try registry.log().filter { $0.revision > first && $0.revision <= last }
        let logged = Dictionary(log.map { ($0.revision, $0) }) { one, _ in one }
        var numbers: [Changes.MovedNumber] = []
        for key in moved.sorted() {
            let revisions = try steps(of: key, from: first, to: last)
            let steps = try revisions.map { revision throws(MusterError) in
                let own = logged[revision]
                let cited = try citations(of: key, in: revision)
                return Changes.Step(
                    revision: revision, at: own?.at ?? "", author: own?.author ?? "", reason: own?.reason ?? "",
                    after: try self.numbers(at: revision).values[key], citations: cited.map(\.statement),
                    fields: cited.map(\.field))
            }
            numbers.append(
                Changes.MovedNumber(
                    what: key.what, which: key.which, of: key.of.map { NamedRecord(id: $0, name: names[$0]) },
                    before: before.values[key], after: after.values[key], steps: steps))
        }
        let records = try registry.differences(after: first, upTo: last)
        return Changes(
            numbers: numbers, records: records, revisions: log.reversed(),
            acts: try registry.acts(after: first, to: last))
    }

    /// The numbers as they were known at a revision; none before the first.
    private func numbers(at revision: Int64) throws(MusterError) -> ChangedNumbers {
        if let known = read[revision] { return known }
        let numbers = ChangedNumbers(try registry.known(at: .revision(revision)).figures(on: day))
        read[revision] = numbers
        return numbers
    }

    /// The revisions that moved a number, found by halving: a number that moved and came back in between is none of them.
    private func steps(of key: ChangedNumbers.Key, from first: Int64, to last: Int64) throws(MusterError) -> [Int64] {
        if try numbers(at: first).values[key] == numbers(at: last).values[key] { return [] }
        if last - first <= 1 { return [last] }
        let middle = first + (last - first) / 2
        return try steps(of: key, from: first, to: middle) + steps(of: key, from: middle, to: last)
    }

    /// The citations that a revision brought for what a number counts.
    private func citations(
        of key: ChangedNumbers.Key, in revision: Int64
    ) throws(MusterError) -> [(field: FieldName, statement: CitedStatement)] {
        let all = try changed(in: revision)
        let owners = key.of == nil ? [:] : try self.owners(in: revision, all)
        var seen: Set<RecordID> = []
        return all.filter { difference in
            guard let record = difference.record, key.what.kinds?.contains(record.kind) ?? true else { return false }
            return key.of.map { owners[record]?.contains($0) ?? false } ?? true
        }.flatMap { difference in difference.citedSince.map { (difference.field.citedName, $0) } }
            .filter { seen.insert($0.1.citation).inserted }
    }

    private func changed(in revision: Int64) throws(MusterError) -> [Difference] {
        if let known = differences[revision] { return known }
        let all = try registry.differences(after: revision - 1, upTo: revision)
        differences[revision] = all
        return all
    }

    /// What the records that a revision changed belong to, as it was before the revision or after it.
    private func owners(
        in revision: Int64, _ changed: [Difference]
    ) throws(MusterError) -> [RecordID: Set<RecordID>] {
        if let known = owners[revision] { return known }
        let records = Set(changed.compactMap(\.record))
        var all = try registry.known(at: .revision(revision)).owners(of: records)
        if revision > 1 {
            let before = try registry.known(at: .revision(revision - 1)).owners(of: records)
            all.merge(before) { $0.union($1) }
        }
        owners[revision] = all
        return all
    }
}

extension ComparedField {
    /// The field by which its citations name it; what happened to a record goes by its value.
    var citedName: FieldName { if case .field(let name) = self { name } else { .value } }
}
