import MusterValues

extension RecordKind {
    /// The columns that point to records of this kind, for a kind that can be merged.
    var pointers: [(table: String, column: String)] {
        var all = isNamed ? [("name", column)] : []
        for kind in [RecordKind.citation, .event] {
            if case .subject(let kinds)? = kind.field(.of)?.type, kinds.contains(self) {
                all.append((kind.name, column))
            }
        }
        if !citedFields.isEmpty { all.append(("conclusion", column)) }
        all += references.map { ($0.kind.name, $0.column) }
        if self == .source { all += [("name", column), ("derivation", "source_id"), ("derivation", "derived_from")] }
        if self == .enrollment { all += [("group_member", "group_id"), ("group_member", "member_id")] }
        return all
    }
}
