import Foundation
import MusterValues
import Synchronization

@testable import MusterCore
@testable import MusterDemo

/// A registry with a varied history: the sample dispatch, then every kind of change, undone and done again.
final class Chronicle {
    /// A clock that moves ten days forward with each revision, so that countries join blocs during the history.
    final class Clock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_675_000_000))
        var now: Date { time.withLock { $0 } }
        func advance() { time.withLock { $0 += 864_000 } }
    }

    let folder: URL
    let path: String
    let registry: Registry
    private let clock = Clock()
    /// The revisions of the steps, by their names.
    private(set) var revisions: [String: Int64] = [:]

    init() throws {
        folder = try Fresh.newFolder()
        path = folder.appending(path: "chronicle.db").path
        registry = try Registry.create(at: path, now: { [clock] in clock.now })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Makes all revisions one by one, and reports each.
    func tell(_ heard: @escaping (Int64) throws -> Void) throws {
        let note = { (written: WriteResult) in
            try heard(written.revision!)
            self.clock.advance()
        }
        try note(try registry.loadReference(of: Self.codes, through: folder))
        for step in try SampleDispatch().steps {
            try note(try step.apply(to: registry, by: Authorship(author: "demo", reason: step.reason)))
        }
        for step in Self.steps {
            let written = try step.make(self)
            revisions[step.name] = written.revision
            try note(written)
        }
    }

    /// Few regions: they are asked about often.
    private static let codes: Set<Substring> = ["RU-BEL", "RU-KGD", "RU-KRS", "RU-LEN", "RU-MUR", "RU-TUL"]

    /// Writes a file for a step that loads regions, and returns its path.
    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func revert(_ step: String) throws -> WriteResult { try registry.revert(revisions[step]!, by: Fresh.clerk) }

    func edit(_ record: RecordReference, _ values: [String: String], source: RecordReference? = nil) throws
        -> WriteResult
    {
        var edit = Edit(record: record, values: values, evidence: source.map { Evidence(source: $0) })
        let isSaid =
            ![.source, .citation].contains(record.id?.kind) && values["standing"] == nil
            && values["perhaps_same_as"] == nil
        if source == nil, isSaid { edit.inferred = "as it was seen" }
        return try registry.edit(edit, by: Fresh.clerk)
    }

    func cite(
        _ record: RecordReference, _ field: String, _ stated: String, stance: Stance = .supports,
        nature: NameNature? = nil
    ) throws -> WriteResult {
        try registry.cite(
            NewCitation(
                record: record, field: field, evidence: Evidence(source: "S3", locator: "page 1", stated: stated),
                stance: stance, nature: nature), by: Fresh.clerk)
    }

    func event(
        _ record: RecordReference, _ state: String, _ date: EDTF? = nil, sources: [RecordReference] = ["S3"]
    ) throws -> WriteResult {
        try registry.add(
            NewEvent(record: record, state: state, date: date, evidence: sources.map { Evidence(source: $0) }),
            by: Fresh.clerk)
    }
}
