import HTTPTypes
import MusterCore
import MusterValues

extension Parameter {
    fileprivate static let throughout = Parameter(
        name: "throughout", help: "Of a period given with on: on all of it.", shape: .boolean)
}

extension Endpoint {
    /// What is read of one record.
    static let records: [Endpoint] = [
        Endpoint(
            route: .record, method: .get,
            summary: "Show a record with its citations, side by side where they disagree.",
            parameters: [
                Parameter(name: "on", help: "For which the state is read.", shape: .text(.period)), .throughout,
                .knownAt,
            ], answer: .stamped(.answer(Dossier.self))
        ) { call in
            let typed = call.path("id")
            let stamped = try call.stamped { registry in
                try registry.show(
                    RecordReference(typed), on: call.query.one("on").map { try Period(typed: $0) },
                    throughout: call.query.flag("throughout"))
            }
            if let moved = try call.moved(from: typed, to: stamped.value.id, .record) { return moved }
            try call.refuseRedacted(stamped.value.id, titled: stamped.value.title)
            return try .json(StampedValue(stamped.value, stamped.state), stamped.state)
        },
        Endpoint(
            route: .timeline, method: .get, summary: "List what happened to a record, by day, with the sources.",
            parameters: [.knownAt], answer: .whole(.answer(TimelineLine.self))
        ) { call in
            let typed = call.path("id")
            if let moved = try call.moved(.timeline) { return moved }
            let stamped = try call.stamped { try $0.timeline(of: RecordReference(typed)) }
            return try .json(ListedPage(stamped.value, stamped.state), stamped.state)
        },
        .rows(
            .search, .page(of: FoundRecord.self),
            "Find records by name, however it is spelt, or by what is written of them.",
            [
                Parameter(
                    name: "q", help: "A name or its beginning, or words of a post, a group, a role, a quote or a note.",
                    isRequired: true)
            ] + FilterQuery.parameters(of: .unit).filter { !["sort", "status", "form"].contains($0.name) },
            usually: 20, isLong: false
        ) { call, registry, most in
            guard let text = try call.query.one("q"), !text.isEmpty else {
                throw MusterError.missing(what: "q", fix: .words("give the text to search for"))
            }
            var filter = try FilterQuery.filter(call.query, of: .unit)
            filter.limit = most
            return try registry.search(text, filter)
        },
    ]
}

extension Call {
    /// A redirection to the record that another was merged into; nil if the record is itself.
    fileprivate func moved(
        from typed: String, to id: RecordID, _ route: Route, _ before: [String] = []
    ) throws -> Answer? {
        guard let asked = RecordReference(typed).id, asked != id, asked.kind == id.kind else { return nil }
        var address = route.path(before + ["\(id)"])
        let kept = query.values.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { "\(name.encodedSegment)=\($0.encodedSegment)" }
        }
        if !kept.isEmpty { address += "?" + kept.joined(separator: "&") }
        return Answer(
            status: .permanentRedirect, headers: [.location: address], content: .none, state: try present.state())
    }

    /// A redirection to the record that the one in the path was merged into; nil if it is itself, or is named in another way.
    ///
    /// - Throws: `Problem` 410 for a record that was redacted.
    func moved(_ route: Route, _ before: String...) throws -> Answer? {
        guard let id = RecordReference(path("id")).id, id.kind != .region else { return nil }
        let dossier = try registry().show(RecordReference("\(id)"))
        try refuseRedacted(dossier.id, titled: dossier.title)
        return try moved(from: path("id"), to: dossier.id, route, before)
    }

    /// Refuses a record that was redacted.
    func refuseRedacted(_ id: RecordID, titled title: String) throws {
        guard id.isRedacted(titled: title) else { return }
        let log = try present.log(of: RecordReference("\(id)"))
        guard let redaction = log.first(where: { $0.changes.contains { $0.change == .redacted } }) else { return }
        throw Problem(
            .gone, "redacted", "\(id) was redacted in revision \(redaction.revision): \(redaction.reason)")
    }
}
