import GRDB
import MusterValues

extension Reversal {
    /// Checks the restored rows against the rules that involve several rows.
    func checkRules(_ restored: [Version]) throws {
        for version in restored {
            let id = try RowOwner(table: version.table, row: version.before ?? version.row)?.id
            guard let id else { continue }
            if id.kind == .unit, version.base == "unit" || version.base == "name" { try noteSameDesignation(id) }
            guard version.base == id.kind.name || version.base == "derivation" else { continue }
            do {
                if try noteCircle(id) { continue }
                try transaction.refuseCircle(of: id)
                if id.kind == .unit { try transaction.checkDesignation(of: id) }
                if id.kind == .event { try transaction.refuseUnfitSuccession(id) }
                try noteSame(id)
            } catch let error as MusterError where conflicts.isEmpty {
                throw refusal([error.description])
            } catch is MusterError {}
        }
    }

    /// A link from one record to another of its kind, as the register holds it, and where it does.
    private struct Link {
        let from: RecordID
        let to: RecordID
        /// The table and the column of the link, and the number of its row.
        let table: String
        let column: String
        let row: Int64

        /// The link in words, as a conflict tells it.
        var words: String {
            let words =
                switch from.kind {
                case .unit: "a part of"
                case .programme: "come from"
                default: "derived from"
                }
            return "made \(from) \(words) \(to)"
        }
    }

    /// The links of a record to those that it is part of or derived from.
    private func links(of id: RecordID) throws -> [Link] {
        guard let column = id.kind.chain?.columns.first else { return [] }
        if id.kind == .source {
            return try SourceDerivations(of: id, db).items.map { item in
                Link(
                    from: id, to: RecordID(.source, item.source), table: item.row == nil ? "source" : "derivation",
                    column: column, row: item.row ?? id.number)
            }
        }
        let whole = try id.row(db)?.get(column) as Int64?
        return whole.map {
            [Link(from: id, to: RecordID(id.kind, $0), table: id.kind.name, column: column, row: id.number)]
        }
            ?? []
    }

    /// The revision since which a link is there.
    private func since(_ link: Link) throws -> Int64 {
        try db.one(
            Int64.self,
            """
            SELECT min(h.revision) FROM \(link.table)_history h WHERE id = :id AND NOT EXISTS (SELECT 1 \
            FROM \(link.table)_history n WHERE n.id = h.id AND n.revision >= h.revision AND n.\(link.column) IS NOT :next)
            """, arguments: ["id": link.row, "next": link.to.number])
    }

    /// Notes the later changes of the links between records of one kind by which a record would be part of, or derived
    /// from, itself; false if there are none.
    private func noteCircle(_ id: RecordID) throws -> Bool {
        guard let circle = try circle(through: id) else { return false }
        var found: [Conflict] = []
        for link in circle {
            let since = try since(link)
            if since > undone, since != transaction.madeRevision {
                found.append(Conflict(revision: since, what: link.words))
            }
        }
        conflicts += found
        return !found.isEmpty
    }

    /// The links by which a record leads back to itself; nil if it does not.
    private func circle(through id: RecordID) throws -> [Link]? {
        var (arrivals, waiting) = ([RecordID: Link](), [id])
        while arrivals[id] == nil, let next = waiting.popLast() {
            for link in try links(of: next) where arrivals[link.to] == nil {
                arrivals[link.to] = link
                waiting.append(link.to)
            }
        }
        guard var link = arrivals[id] else { return nil }
        var circle = [link]
        while link.from != id, let earlier = arrivals[link.from] {
            circle.append(earlier)
            link = earlier
        }
        return circle
    }

    /// A conflict with a later change by which a source derives already from the one that would be put back; nil if there is
    /// none.
    func derivedAlready(_ version: Version) throws -> Conflict? {
        guard let before = version.before, ["source", "derivation"].contains(version.base),
            let other: Int64 = try before.get("derived_from")
        else { return nil }
        let id = RecordID(.source, try before.get(version.base == "source" ? "id" : "source_id"))
        guard let link = try links(of: id).first(where: { $0.to.number == other }) else { return nil }
        return Conflict(revision: try since(link), what: link.words)
    }
}
