import GRDB
import MusterValues

extension Transaction {
    /// Refuses a change of these columns if it makes the record the same as another one that is not judged wrong.
    ///
    /// - Throws: `MusterError.taken` with the other record, and what to do instead.
    func refuseTwin(of id: RecordID, by columns: Set<String>) throws {
        guard let sameness = Sameness.of(id.kind), !columns.isDisjoint(with: sameness.columns + ["standing"]) else {
            return
        }
        let row = try id.row(there: db)
        guard try Sameness.stands(row), let other = try sameness.twins(of: row, db).first(where: Sameness.stands) else {
            return
        }
        let twin = RecordID(id.kind, try other.get("id"))
        let group: String? = id.kind == .enrollment ? try other.get("group_who") : nil
        let (what, fix): (String, Remedy) =
            switch id.kind {
            case .source: ("source", .merge(kept: twin, gone: id))
            case .event: ("the event", .cite(twin, field: FieldName.value.rawValue))
            case .post: ("the post", .recordEvent(twin, value: nil))
            default:
                group == nil
                    ? ("the enrollment", "set one of them to rejected instead") : ("the group", .citeGroup(twin))
            }
        throw MusterError.taken(
            what: what, value: try group ?? RecordTitles(db: db).title(twin), id: twin, fix: fix)
    }
}
