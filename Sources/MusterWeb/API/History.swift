import Foundation
import HTTPTypes
import MusterCore
import MusterValues

extension Shape {
    /// A change of one field of a record. It has no type to be decoded into: its field is one of the record's, or a spelling of a name.
    fileprivate static let difference = Shape.record([
        Member(name: "record", shape: .optional(.string), isRequired: true, help: "The record; null for a bloc."),
        Member(name: "title", shape: .string, isRequired: true),
        Member(name: "change", shape: .words(Difference.Change.allCases.map(\.rawValue)), isRequired: true),
        Member(name: "field", shape: .string, isRequired: true),
        Member(name: "spelling", shape: .optional(.string), isRequired: true, help: "The spelling of a name."),
        Member(name: "before", shape: .any, isRequired: true), Member(name: "after", shape: .any, isRequired: true),
        Member(name: "cited_since", shape: .list(.answer(CitedStatement.self)), isRequired: true),
        Member(name: "uncited_since", shape: .list(.string), isRequired: true),
    ])

    /// A revision.
    fileprivate static let logged = Shape.record([
        Member(name: "revision", shape: .integer, isRequired: true),
        Member(name: "at", shape: .string, isRequired: true, help: "Its time, UTC."),
        Member(name: "author", shape: .string, isRequired: true),
        Member(name: "reason", shape: .string, isRequired: true),
        Member(name: "changes", shape: .list(.answer(LoggedChange.self)), isRequired: true),
        Member(
            name: "differences", shape: .list(difference), isRequired: true,
            help: "The changes of the record that was asked about."),
        Member(name: "asked", shape: .optional(.string), isRequired: true, help: "The record that was asked about."),
        Member(name: "hash", shape: .optional(.string), isRequired: true),
    ])
}

/// One revision, with what became of the records in it.
private struct RevisionAnswer: Encodable {
    let logged: LoggedRevision
    let differences: [Difference]
}

extension Endpoint {
    /// What is read of the history.
    static let history: [Endpoint] = [
        .rows(
            .log, .page(.logged), "List the revisions: who changed what, when and why; the newest first.",
            [
                Parameter(name: "record", help: "Those that changed one record.", shape: .text(.record)),
                Parameter(name: "author", help: "By one author."),
                Parameter(name: "since", help: "From its first day on.", shape: .text(.period)),
                Parameter(name: "until", help: "Up to its last day.", shape: .text(.period)),
                Parameter(
                    name: "of", help: "Those that changed a kind of record.",
                    shape: .words(RecordKind.allCases.map(\.name))),
            ], isLong: false
        ) { call, registry, most in
            var filter = LogFilter()
            filter.author = try call.query.one("author")
            filter.since = try call.query.one("since").map { try Period(typed: $0) }?.first
            filter.until = try call.query.one("until").map { try Period(typed: $0) }?.last
            filter.kind = try call.query.one("of").map { try RecordKind(typed: $0) }
            return try registry.log(
                of: call.query.one("record").map { RecordReference($0) }, filter, limit: most)
        },
        Endpoint(
            route: .revision, method: .get, summary: "Show a revision, with what became of the records in it.",
            answer: .stamped(
                .record([
                    Shape.Member(name: "logged", shape: .logged, isRequired: true),
                    Shape.Member(name: "differences", shape: .list(.difference), isRequired: true),
                ]))
        ) { call in
            guard let number = Int64(call.path("number")), number > 0 else {
                throw MusterError.badValue(
                    field: "revision", value: call.path("number"), rule: "give a whole number from 1")
            }
            let stamped = try call.stamped { registry -> RevisionAnswer? in
                var filter = LogFilter()
                filter.revisions = number...number
                guard let logged = try registry.log(filter, limit: 1).first else { return nil }
                return RevisionAnswer(
                    logged: logged, differences: try registry.differences(from: nil, to: .revision(number)))
            }
            guard let value = stamped.value else {
                throw Problem(
                    .notFound, "unknown-revision",
                    "there is no revision \(number); GET \(Route.log.rawValue) lists them")
            }
            return try .json(StampedValue(value, stamped.state), stamped.state)
        },
        Endpoint(
            route: .diff, method: .get,
            summary: "Show what became of the records between two moments, with the citations behind it.",
            parameters: [
                Parameter(
                    name: "from", help: "The earlier moment: a revision, a day or a time; without it what `to` changed."
                ),
                Parameter(name: "to", help: "The later moment; otherwise now."),
            ], answer: .whole(.difference), isLong: true
        ) { call in
            let from = try call.query.one("from").map { try Moment(typed: $0) }
            let to = try call.query.one("to").map { try Moment(typed: $0) }
            let stamped = try call.stamped { registry in
                try registry.differences(from: from, to: to ?? .revision(registry.newestRevision()))
            }
            return try .json(ListedPage(stamped.value, stamped.state), stamped.state)
        },
        Endpoint(
            route: .changes, method: .get, kind: .wait,
            summary: "Wait for revisions after one, and list them: the oldest first, at most 500.",
            parameters: [
                Parameter(
                    name: "since", help: "The revision that is known already.", shape: .number(0...Call.mostRevision)),
                Parameter(
                    name: "wait", help: "The most seconds to wait, 0 to 60; otherwise 25.", shape: .number(0...60)),
            ],
            answer: .page(
                .logged,
                next:
                    "The newest revision of the items, for the parameter since; null if there are none. Then ask with the same."
            )
        ) { call in
            let since = try call.since()
            let stamped = try call.stamped { registry -> [LoggedRevision] in
                let newest = try registry.newestRevision()
                if since == newest { return [] }
                if since > newest {
                    throw MusterError.badValue(
                        field: "since", value: "\(since)", rule: "the newest revision is \(newest)")
                }
                var filter = LogFilter()
                filter.revisions = (since + 1)...(min(newest, since + 500))
                return try registry.log(filter).reversed()
            }
            let last = stamped.value.last.map { "\($0.revision)" }
            return try .json(ListedPage(stamped.value, next: last, stamped.state), stamped.state)
        },
        Endpoint(
            route: .feed, method: .get, summary: "The last 50 revisions as an Atom feed (RFC 4287).", types: [.atom]
        ) { call in
            let stamped = try call.stamped { registry in
                var first = LogFilter()
                first.revisions = 1...1
                return AtomFeed(revisions: try registry.log(limit: 50), first: try registry.log(first).first?.hash)
            }
            return Answer(
                type: .atom, content: .text(stamped.value.text),
                state: stamped.state)
        },
    ]
}

extension Call {
    /// The highest number that a revision is asked for by.
    static let mostRevision = Int64(1) << 53

    /// The revision after which changes are asked for.
    func since() throws(MusterError) -> Int64 { try query.number("since", in: 0...Self.mostRevision) ?? 0 }
}
