import Foundation
import HTTPTypes
import MusterCore
import MusterValues
import NIOCore

/// The change of fields of a record, as a request gives it.
private struct PatchBody: Decodable {
    let values: [String: String?]
    let evidence: Evidence?
    let held: EDTF?
    let inferred: String?
}

private struct MergeBody: Decodable {
    let kept: RecordReference
    let gone: RecordReference
    let overrule: Bool?
}

private struct RecordBody: Decodable { let record: RecordReference }

private struct DistinctionBody: Decodable {
    let one: RecordReference
    let other: RecordReference
}

private struct RevertBody: Decodable { let revision: Int }

private struct ReviewBody: Decodable {
    let revision: Int
    let standing: Standing
    let note: String?
}

extension Endpoint {
    /// What changes the registry.
    static let writes: [Endpoint] = [
        // Danger: `capture` is the path of a file, and a request must never reach one of the server's.
        adding(
            .sources, "Add a source.",
            Shape.of(NewSource.self).without("capture").with([
                Shape.Member(
                    name: "derived_from", shape: .list(.text(.record)), isRequired: false,
                    help: "The sources that it repeats.")
            ]).ruled([.needs("derived_from", "relation"), .needs("relation", "derived_from")])
        ) { try $0.add($1 as NewSource, by: $2) },
        adding(
            .units, "Add a unit.",
            Shape.of(NewUnit.self).ruled(
                ["form", "status", "strength"].map { .needs("\($0)_date", $0) }
                    + ["form", "status"].map { .needs("\($0)_word", $0) })
        ) { try $0.add($1 as NewUnit, by: $2) },
        adding(.officials, "Add an official with a post.", Shape.of(NewOfficial.self).withPost) {
            try $0.add($1 as NewOfficial, by: $2)
        },
        adding(.posts, "Add a post of an official.", Shape.of(NewPostOfOfficial.self).withPost) {
            try $0.add($1 as NewPostOfOfficial, by: $2)
        },
        adding(.programmes, "Add a programme.") { try $0.add($1 as NewProgramme, by: $2) },
        adding(
            .enrollments, "Enroll an official or a group in a unit.",
            Shape.of(NewEnrollment.self).withPost.ruled(
                [.exactlyOne(["official", "group"]), .needs("post", "official")]
                    + ["state", "contract", "concluded_by"].map { .needs("\($0)_word", $0) })
        ) { try $0.enroll($1 as NewEnrollment, by: $2) },
        adding(
            .events, "Record an event of a unit, post or enrollment.",
            Shape.of(NewEvent.self).ruled([.some("evidence")])
        ) { try $0.add($1 as NewEvent, by: $2) },
        adding(
            .citations, "Cite a source on a field of a record.", Shape.of(NewCitation.self).withStated
        ) { (registry, new: NewCitation, authorship) in
            try refuseName(new, by: authorship)
            return try registry.cite(new, by: authorship)
        },
        adding(.looks, "Record that somebody looked, and what was found.") { try $0.add($1 as NewLook, by: $2) },
        changing(.merges, "Merge a record into another that is the same.") { (registry, body: MergeBody, authorship) in
            try registry.merge(body.kept, with: body.gone, by: authorship, overruling: body.overrule ?? false)
        },
        changing(.unmerges, "Undo a merge.") { (registry, body: RecordBody, authorship) in
            try registry.unmerge(body.record, by: authorship)
        },
        changing(
            .distinctions, "Say that two records are not the same; the parameter reason says why.",
            reason: Parameter(name: "reason", help: "Why they are not the same.", isRequired: true)
        ) { (registry, body: DistinctionBody, authorship) in
            try registry.distinguish(body.one, from: body.other, by: authorship)
        },
        changing(.reverts, "Undo a revision.") { (registry, body: RevertBody, authorship) in
            try registry.revert(Int64(body.revision), by: authorship)
        },
        changing(
            .reviews, "Accept or reject all that a revision brought and that still waits for an editor.",
            .object([
                Shape.Member(
                    name: "revision", shape: .integer, isRequired: true,
                    help: "The revision since which it waits, as GET /api/review tells it."),
                Shape.Member(
                    name: "standing", shape: .words([Standing.accepted.rawValue, Standing.rejected.rawValue]),
                    isRequired: true,
                    help: "Whether all of it is accepted or rejected."),
                Shape.Member(
                    name: "note", shape: .string, isRequired: false, help: "The reason; needed to reject."),
            ])
        ) { (registry, body: ReviewBody, authorship) in
            try registry.review(Int64(body.revision), as: body.standing, note: body.note, by: authorship)
        },
        patch,
        Endpoint(
            route: .redaction, method: .post, kind: .write, role: .admin,
            summary: "Redact a record: its text is taken out of the history too, for good.",
            parameters: [Parameter(name: "reason", help: "Why it is redacted.", isRequired: true), .dryRun],
            answer: WriteAnswer.shape, isAlone: true
        ) { call in
            try call.written(nil) { try $0.redact(RecordReference(call.path("id")), by: $1) }
        },
    ]

    /// Refuses another name for a record by a contributor: a name has no standing, so it would decide who is meant before an editor
    /// has seen it.
    private static func refuseName(_ new: NewCitation, by authorship: Authorship) throws(MusterError) {
        guard authorship.isContribution, ["name", "expansion"].contains(new.field.lowercased()) else { return }
        throw .refused(
            rule: "a name would count before an editor has seen it, so a contributor cannot cite one",
            fix: "leave it to an editor")
    }

    private static let patch: Endpoint = {
        let shape = Shape.object([
            Shape.Member(
                name: "values", shape: .map(.optional(.string)), isRequired: true,
                help: "The new values by field; null or an empty text takes a value away."),
            Shape.Member(
                name: "evidence", shape: Shape.of(Evidence.self), isRequired: false,
                help: "The source that states them."),
            Shape.Member(name: "held", shape: .string, isRequired: false, help: "When they are or were so (EDTF)."),
            Shape.Member(
                name: "inferred", shape: .string, isRequired: false, help: "Why, for values that no source states."),
        ])
        return Endpoint(
            route: .record, method: .patch, kind: .write, role: .editor,
            summary:
                "Change fields of a record, or judge it by its standing. If-Match names the revision that was read.",
            parameters: [.reason, .dryRun], body: shape, answer: WriteAnswer.shape
        ) { call in
            let body = try call.body(PatchBody.self, shape)
            var edit = Edit(
                record: RecordReference(call.path("id")), values: body.values.mapValues { $0 ?? "" },
                evidence: body.evidence, inferred: body.inferred)
            edit.held = body.held
            edit.unchangedSince = call.expected?.revision
            return try call.written(shape, isOfRecord: true) { try $0.edit(edit, by: $1) }
        }
    }()

    private static func adding<Body: Decodable & SendableMetatype>(
        _ route: Route, _ summary: String, _ shape: Shape = Shape.of(Body.self),
        _ write: @escaping @Sendable (Registry, Body, Authorship) throws -> WriteResult
    ) -> Endpoint {
        var endpoint = changing(route, summary, shape, write)
        endpoint.role = .contributor
        endpoint.success = .created
        return endpoint
    }

    private static func changing<Body: Decodable & SendableMetatype>(
        _ route: Route, _ summary: String, _ shape: Shape = Shape.of(Body.self),
        reason: Parameter = .reason,
        _ write: @escaping @Sendable (Registry, Body, Authorship) throws -> WriteResult
    ) -> Endpoint {
        Endpoint(
            route: route, method: .post, kind: .write, role: .editor, summary: summary, parameters: [reason, .dryRun],
            body: shape, answer: WriteAnswer.shape
        ) { call in
            let body = try call.body(Body.self, shape)
            return try call.written(shape) { try write($0, body, $1) }
        }
    }
}

extension Call {
    /// Runs one change, and tells what it did.
    ///
    /// - Parameters:
    ///   - shape: the shape of the body; nil if it has none.
    ///   - isOfRecord: true if it refuses by itself what was changed of its record since.
    ///   - change: the change.
    /// - Returns: the answer.
    /// - Throws: `Problem`, which names the member that is refused.
    fileprivate func written(
        _ shape: Shape?, isOfRecord: Bool = false, _ change: (Registry, Authorship) throws -> WriteResult
    ) throws -> Answer {
        // A precondition comes after the checks of the request itself (RFC 9110, section 13.2.1).
        try expected?.check(present, isOfRecord: isOfRecord)
        let result: WriteResult
        do { result = try change(writing(), authorship()) } catch let error as MusterError {
            var problem = Problem(error)
            problem.name(inBody: Data(body.readableBytesView), of: shape)
            throw problem
        }
        let state = try present.state()
        let told = WriteAnswer(result, head: state.head)
        var answer = try Answer.json(told, state)
        guard told.revision != nil, let place = told.place(addedAt: target) else { return answer }
        answer.status = .created
        answer.headers[.location] = place
        return answer
    }
}
