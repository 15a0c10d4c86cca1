import GRDB
import MusterValues

/// The SQL for records that had a state at any time, or that came into it in a period.
struct Ever {
    /// The states by the kind of record that events tell of, as they are stored.
    private var states: [(kind: RecordKind, facet: String, values: [String])] = []
    private let listed: RecordKind
    private let day: AskedDay

    /// Reads the states of a filter.
    ///
    /// - Parameters:
    ///   - conditions: the filter.
    ///   - kind: the kind that is listed.
    /// - Throws: `MusterError.notInList` for a state that the kind cannot have.
    init(_ conditions: ResolvedFilter, _ kind: RecordKind) throws {
        (listed, day) = (kind, conditions.day)
        states = try AskedStates(conditions.filter.ever, of: kind).groups
    }

    /// The keys of the records listed.
    var ids: SQL {
        states.map { "SELECT \($0.kind == listed ? "v.\(sql: listed.column)" : "x.official_id") \(events($0))" as SQL }
            .joined(separator: " UNION ALL ")
    }

    /// The ranks of those among a list: definitely if the event lies in the period, whichever day it was, and possibly if it
    /// may. The columns `id` and `rank`.
    func ranks(of ids: SQL) -> SQL {
        let rank: SQL = "CASE WHEN v.earliest >= \(day.first) AND v.latest <= \(day.last) THEN 3 ELSE 1 END"
        let all = states.map { state -> SQL in
            let key: SQL = state.kind == listed ? "v.\(sql: listed.column)" : "x.official_id"
            return "SELECT \(key) AS id, \(rank) AS rank \(events(state)) AND \(key) IN (\(ids))"
        }
        return "SELECT id, max(rank) AS rank FROM (\(all.joined(separator: " UNION ALL "))) GROUP BY id"
    }

    /// The events `v`, and the record `x` that they happened to if another one is listed.
    private func events(_ state: (kind: RecordKind, facet: String, values: [String])) -> SQL {
        let key = SQL(sql: state.kind.column)
        var from: SQL = "FROM event v"
        if state.kind != listed { from += " CROSS JOIN \(sql: state.kind.name) x ON x.id = v.\(key)" }
        var condition: SQL = """
            v.facet = '\(sql: state.facet)' AND v.value IN \(SQL.list(stored: state.values)) AND v.standing <> 'rejected' \
            AND v.\(key) IS NOT NULL
            """
        if state.kind != listed { condition += " AND x.official_id IS NOT NULL AND x.standing <> 'rejected'" }
        if day.given != nil {
            condition += """
                 AND coalesce(v.earliest, '') <= \(day.last) AND coalesce(v.latest, '9999') >= \(day.first)
                """
        }
        return "\(from) WHERE \(condition)"
    }
}

/// States as a person types them, by the kind of record that can have them.
struct AskedStates {
    /// The values by kind and facet, in the order of the kinds.
    private(set) var groups: [(kind: RecordKind, facet: String, values: [String])] = []

    var isEmpty: Bool { groups.isEmpty }

    /// Reads the states; one such as `retired` may be a post's and an enrollment's.
    ///
    /// - Parameters:
    ///   - texts: the states.
    ///   - kind: the kind that is listed; of an official the states are those of the posts and enrollments.
    /// - Throws: `MusterError.notInList` for a state that the kind cannot have; `MusterError.usage` for a strength.
    init(_ texts: [String], of kind: RecordKind) throws {
        let kinds = kind == .official ? [.post, .enrollment] : [kind]
        for text in texts {
            let found = kinds.compactMap { kind in (try? EventValue(typed: text, to: kind)).map { (kind, $0.stored) } }
            if found.isEmpty {
                if kinds.count == 1 { _ = try EventValue(typed: text, to: kind) }
                throw MusterError.outside(
                    list: "state of a post or an enrollment", value: text,
                    allowed: kinds.flatMap { EventValue.words(for: $0) })
            }
            for (kind, stored) in found {
                guard let value = stored.value else {
                    throw MusterError.usage("a unit is asked for by its status or form; a strength is no state")
                }
                let index = groups.firstIndex { $0.kind == kind && $0.facet == stored.facet }
                if let index {
                    groups[index].values.append(value)
                } else {
                    groups.append((kind, stored.facet, [value]))
                }
            }
        }
    }
}
