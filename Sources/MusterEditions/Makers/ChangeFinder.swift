import MusterCore
import MusterValues

/// Finds the revisions by which numbers moved.
final class ChangeFinder {
    private let registry: Registry
    /// The day for which it is counted who was in a unit. It is one day for all revisions, so that no number moves with the days.
    private let day: Day
    private var differences: [Int64: [Difference]] = [:]
    private var owners: [Int64: [RecordID: Set<RecordID>]] = [:]

    init(_ registry: Registry, on day: Day) { (self.registry, self.day) = (registry, day) }

    /// What changed after a revision, up to another one. The numbers of each revision in between are read: one that moved can have
    /// been back in between.
    func changes(from first: Int64, to last: Int64) throws(MusterError) -> Changes {
        let log = try registry.log().filter { $0.revision > first && $0.revision <= last }
        let start = try numbers(at: first)
        var (known, names) = (start, start.names)
        var steps: [ChangedNumbers.Key: [(by: LoggedRevision, after: Changes.Amount?)]] = [:]
        for own in log.reversed() {
            let now = try numbers(at: own.revision)
            names.merge(now.names) { _, new in new }
            for key in Set(known.values.keys).union(now.values.keys) where known.values[key] != now.values[key] {
                steps[key, default: []].append((own, now.values[key]))
            }
            known = now
        }
        let moved = steps.keys.filter { start.values[$0] != known.values[$0] }
        let numbers = try moved.sorted().map { key throws(MusterError) in
            Changes.MovedNumber(
                what: key.what, which: key.which, of: key.of.map { NamedRecord(id: $0, name: names[$0]) },
                before: start.values[key], after: known.values[key],
                steps: try (steps[key] ?? []).map { step throws(MusterError) in
                    let cited = try citations(of: key, in: step.by.revision)
                    return Changes.Step(
                        revision: step.by.revision, at: step.by.at, author: step.by.author, reason: step.by.reason,
                        after: step.after, citations: cited.map(\.statement),
                        cited: cited.map { ($0.record, $0.field) })
                })
        }
        return Changes(
            numbers: numbers, records: try registry.differences(after: first, upTo: last), revisions: log.reversed(),
            acts: try registry.acts(after: first, to: last))
    }

    /// The numbers as they were known at a revision; none before the first.
    private func numbers(at revision: Int64) throws(MusterError) -> ChangedNumbers {
        revision == 0 ? ChangedNumbers() : ChangedNumbers(try registry.known(at: .revision(revision)).figures(on: day))
    }

    /// The citations that a revision brought for what a number counts.
    private func citations(
        of key: ChangedNumbers.Key, in revision: Int64
    ) throws(MusterError) -> [(record: RecordID, field: FieldName, statement: CitedStatement)] {
        let all = try changed(in: revision)
        let owners = key.of == nil ? [:] : try self.owners(in: revision, all)
        var seen: Set<RecordID> = []
        return all.flatMap { difference -> [(record: RecordID, field: FieldName, statement: CitedStatement)] in
            guard let record = difference.record, key.what.kinds?.contains(record.kind) ?? true,
                key.of.map({ owners[record]?.contains($0) ?? false }) ?? true
            else { return [] }
            return difference.citedSince.map { (record, difference.field.citedName, $0) }
        }.filter { seen.insert($0.statement.citation).inserted }
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
