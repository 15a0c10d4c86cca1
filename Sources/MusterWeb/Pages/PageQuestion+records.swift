import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension PageQuestion {
    /// A page of one thing: a record, a revision, a timeline or an edition.
    func page(_ call: Call, of name: String, in folder: String) throws -> Answer {
        switch PageFolder(rawValue: folder) {
        case .regions: try record(call, name, .region, .regions)
        case .units: try record(call, name, .unit, .units)
        case .officials: try record(call, name, .official, .officials)
        case .enrollments: try record(call, name, nil, .enrollments)
        case .sources: try record(call, name, nil, .sources)
        case .records: try record(call, name, nil, nil)
        case .timeline: try timeline(call, name)
        case .history: try revision(call, name)
        case .reports: try report(call, name)
        case nil: throw Problem.noPage
        }
    }

    /// The most enrollments that a page of a record tells of in full.
    private static let most = 300

    private func record(_ call: Call, _ name: String, _ kind: EditionKind?, _ place: SitePage?) throws -> Answer {
        let id = try found(call, name)
        if "\(id)" != name || links.record(id).text.split(separator: "?").first != Substring(call.target) {
            return .leading(to: links.record(id).text, .permanentRedirect)
        }
        if id.kind != .region { try call.refuseRedacted(id, titled: registry.title(of: id)) }
        return try answer(call, place: place) { maker in
            guard let kind, kind.record == id.kind else { return try maker.record(RecordReference(id)) }
            if kind != .official, try maker.holds(moreThan: Self.most, id) { return try maker.summary(of: id) }
            return try maker.edition(kind, of: RecordReference(id))
        } complete: { shown in
            if let kind { shown.downloads = editions(kind, id) }
            shown.actions = actions(of: id)
            // The list of downloads stands under everything else.
            if let kind, kind.record == id.kind {
                shown.actions.append((.say(.reportToPrint), links.path(to: .edition(kind, id)), false))
            }
        }
    }

    /// A record as its page tells it, or its summary if very much is on record of it. It reads everything about the record, which can
    /// take seconds: its name alone is `PageMaker.title(of:)`.
    func told(_ id: RecordID, by maker: PageMaker) throws -> PageContent {
        if [.region, .unit].contains(id.kind), try maker.holds(moreThan: Self.most, id) {
            return try maker.summary(of: id)
        }
        return try maker.record(RecordReference(id))
    }

    /// The record of a name. One that was recorded later than the moment asked about is told from one that is not there.
    private func found(_ call: Call, _ name: String) throws -> RecordID {
        do { return try registry.record(RecordReference(name), among: RecordKind.allCases) } catch {
            guard isPast, let id = try? call.present.record(RecordReference(name), among: RecordKind.allCases) else {
                throw error
            }
            throw Problem(
                .notFound, "not-yet",
                "\(id) is on the register now, and was not yet at the moment that is asked about")
        }
    }

    /// What can be done about a record, for a reader who may.
    private func actions(of id: RecordID) -> [(words: Words, path: SitePath, isMain: Bool)] {
        let forms = forms
        var all: [(Phrase, LinkTarget)] = []
        if [.region, .unit, .official].contains(id.kind) { all.append((.timeline, .timeline(id))) }
        let ways: [(Phrase, FormKind, String, [RecordKind])] = [
            (.recordEnrollment, .enrollment, "unit", [.unit]), (.recordEnrollment, .enrollment, "region", [.region]),
            (.recordEnrollment, .enrollment, "evidence.source", [.source]),
            (.recordEvent, .event, "record", [.unit, .enrollment, .post]),
            (.addCitation, .citation, "record", RecordKind.allCases.filter { $0 != .region }),
            (.change, .edit, "record", RecordKind.allCases.filter { $0 != .region }),
        ]
        for (words, form, name, kinds) in ways where kinds.contains(id.kind) && forms.contains(form) {
            all.append((words, .form(form, [LinkCondition(name, "\(id)")])))
        }
        return all.map { words, target in
            (.say(words), links.path(to: target), words == .recordEnrollment)
        }
    }

    private func timeline(_ call: Call, _ name: String) throws -> Answer {
        let id = try registry.record(RecordReference(name), among: [.region, .unit, .official])
        if "\(id)" != name { return .leading(to: links.path(to: .timeline(id)).text, .permanentRedirect) }
        return try answer(call, place: nil) { maker in
            if id.kind != .official, try maker.holds(moreThan: Self.most, id) { return try maker.longTimeline(of: id) }
            return try maker.edition(.timeline, of: RecordReference(id))
        } complete: { shown in
            shown.downloads = editions(.timeline, id)
        }
    }

    private func revision(_ call: Call, _ name: String) throws -> Answer {
        guard let number = Int64(name), number > 0 else { throw Problem.noPage }
        return try answer(call, place: .history) { maker in
            guard var content = try maker.revision(number) else { throw Problem.noPage }
            content.blocks += sayings(in: content.blocks)
            return content
        }
    }

    /// An edition: by its id, in any format; or by its kind and record, which leads to the id of now.
    private func report(_ call: Call, _ name: String) throws -> Answer {
        let dot = name.lastIndex(of: ".")
        let text = dot.map { String(name[..<$0]) } ?? name
        let format = EditionFormat(rawValue: dot.map { String(name[name.index(after: $0)...]) } ?? "html")
        guard let format else { throw Problem.noPage }
        if let (request, revision, _) = EditionHeader.parsed(text) {
            let edition = try call.present.known(at: .revision(revision)).edition(request)
            guard edition.header.id == text else { throw Problem.noPage }
            return try Answer(edition, format, call.present.state(), in: spools)
        }
        let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
        guard let kind = EditionKind(rawValue: parts[0]) else { throw Problem.noPage }
        let request = EditionRequest(
            kind, of: parts.count == 2 ? RecordReference(parts[1]) : nil, on: day, in: language,
            from: try call.query.number("from", in: 0...Call.mostRevision))
        let edition = try registry.edition(request)
        let path = Route.pageOf.path(
            language.rawValue, PageFolder.reports.rawValue, "\(edition.header.id).\(format.rawValue)")
        return .leading(to: path)
    }
}

extension EditionKind {
    /// The kind of record that the edition is of.
    fileprivate var record: RecordKind? {
        switch self {
        case .region: .region
        case .unit: .unit
        case .official: .official
        case .national, .timeline, .coverage, .changes: nil
        }
    }
}
