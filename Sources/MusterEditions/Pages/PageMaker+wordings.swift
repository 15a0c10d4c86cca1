import MusterCore
package import MusterValues

extension PageMaker {
    /// The most citations of a revision that are looked at: an import brings thousands, and nobody reads so many remarks.
    private static let mostCited = 10

    /// Says of the citations that a revision brought who else tells the same field in other words: only a reader can see if two free
    /// texts exclude each other.
    ///
    /// - Parameter revision: the revision, which is there or is just being tried.
    /// - Returns: a remark for each such citation; nothing if the revision is not there.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func toldOtherwise(in revision: Int64) throws(MusterError) -> [Words] {
        if revision < 1 { return [] }
        var remarks: [Words] = []
        for citation in try registry.citationsAdded(in: revision, limit: Self.mostCited) {
            if let remark = try toldOtherwise(citation) { remarks.append(remark) }
        }
        return remarks
    }

    private func toldOtherwise(_ citation: RecordID) throws(MusterError) -> Words? {
        let about = try registry.show(RecordReference(citation)).fields.first { $0.field == .of }?.value
        guard case .record(let record)? = about else { return nil }
        let fields = try registry.show(RecordReference(record.id)).fields
        guard let field = fields.first(where: { $0.supporting.contains { $0.citation == citation } }),
            record.id.kind.field(field.field)?.isWorded == true,
            let own = field.supporting.first(where: { $0.citation == citation })
        else { return nil }
        let others = field.supporting.filter { other in
            other.standing == .accepted && Text.folded(other.stated) != Text.folded(own.stated)
        }
        if others.isEmpty { return nil }
        let told = others.map { Words.say(.saidBy, .text($0.stated), .id($0.source.id)) }
        return .say(
            .toldOtherwise, .id(citation), .field(field.field, of: record.id.kind), .text(own.stated),
            .joined(told, .semicolon))
    }
}
