import HTTPTypes
import MusterCore
import MusterValues

/// One page of a listing.
struct ListedPage<Row: Encodable>: Encodable {
    let head: String?
    let items: [Row]
    /// The place to go on after; nil if nothing comes after the page.
    let next: String?
    let revision: Int64

    init(_ items: [Row], next: String? = nil, _ state: RegistryState) {
        (self.items, self.next, head, revision) = (items, next, state.head, state.revision)
    }
}

/// One value, with the state of the registry that it rests on.
struct StampedValue<Value: Encodable>: Encodable {
    let head: String?
    let item: Value
    let revision: Int64

    init(_ item: Value, _ state: RegistryState) { (self.item, head, revision) = (item, state.head, state.revision) }
}

extension Shape {
    /// The shape of a page.
    static func page<Row: Decodable>(of row: Row.Type) -> Shape { page(.answer(row)) }

    /// The same of rows that have a shape.
    ///
    /// - Parameters:
    ///   - row: the shape of a row.
    ///   - next: what `next` is for.
    /// - Returns: the shape.
    static func page(
        _ row: Shape, next: String = "The place to go on after, for the parameter after; null if nothing follows."
    ) -> Shape {
        .record([
            Member(name: "revision", shape: .integer, isRequired: true, help: "The revision that it rests on."),
            Member(name: "head", shape: .optional(.string), isRequired: true, help: "The hash of that revision."),
            Member(name: "items", shape: .list(row), isRequired: true, help: "The rows."),
            Member(name: "next", shape: .optional(.string), isRequired: true, help: next),
        ])
    }

    /// The shape of a list that is told as a whole.
    static func whole(_ row: Shape) -> Shape { page(row, next: "Always null: the answer has all rows.") }

    /// The shape of one value with its state.
    static func stamped(_ item: Shape) -> Shape {
        .record([
            Member(name: "revision", shape: .integer, isRequired: true, help: "The revision that it rests on."),
            Member(name: "head", shape: .optional(.string), isRequired: true, help: "The hash of that revision."),
            Member(name: "item", shape: item, isRequired: true),
        ])
    }
}

extension Query {
    /// The digits of what narrows a list, for its cursor; nil if nothing does.
    fileprivate var narrowing: String? {
        let all = without(["after", "known_at", "limit"]).values.sorted { $0.key < $1.key }
        return all.isEmpty ? nil : PageCursor.digits(ofFilter: all.map { "\($0)=\($1)" }.joined(separator: "\n"))
    }
}

extension Endpoint {
    /// The endpoint of a listing; `uncited` is the same one without citations, if a request may ask for that.
    static func listing<Row: Decodable & SendableMetatype>(
        _ route: Route, _ listing: Listing<Row>, uncited: Listing<Row>? = nil, _ summary: String
    ) -> Endpoint {
        Endpoint(
            route: route, method: .get, summary: summary,
            parameters: FilterQuery.parameters(of: listing.kind) + FilterQuery.ofPages
                + (uncited == nil ? [] : [.withoutCitations]), answer: .page(of: Row.self)
        ) { call in
            let isUncited = try call.query.flag(Parameter.withoutCitations.name)
            let listing = isUncited ? uncited ?? listing : listing
            var filter = try FilterQuery.filter(call.query, of: listing.kind)
            filter.limit = Int(try call.query.number("limit", in: 1...1000) ?? 100)
            let cursor = try call.query.one("after").map { try PageCursor(typed: $0) }
            let ask: (Registry) throws -> (rows: [Row], next: PageCursor?) = { registry in
                var rows: [Row] = []
                let next = try registry.each(listing, filter, after: cursor) { rows.append($0) }
                return (rows, next)
            }
            // A later page is of the first page's revision, whoever writes meanwhile, and its tag is that revision's.
            let stamped =
                if let cursor {
                    Stamped(
                        state: RegistryState(
                            revision: cursor.revision, head: try call.present.hash(of: cursor.revision)),
                        value: try ask(call.registry()))
                } else { try call.stamped(ask) }
            return try .json(
                ListedPage(stamped.value.rows, next: stamped.value.next?.description, stamped.state), stamped.state)
        }
    }

    /// The endpoint of rows that are read at once; `read` is told how many of them the page ends after.
    static func rows<Row: Encodable & SendableMetatype>(
        _ route: Route, _ answer: Shape, _ summary: String, _ parameters: [Parameter],
        usually most: Int = 100, isLong: Bool = true, _ read: @escaping @Sendable (Call, Registry, Int) throws -> [Row]
    ) -> Endpoint {
        Endpoint(
            route: route, method: .get, summary: summary, parameters: parameters + FilterQuery.ofPages,
            answer: answer, isLong: isLong
        ) {
            call in
            let limit = Int(try call.query.number("limit", in: 1...1000) ?? Int64(most))
            let cursor = try call.query.one("after").map { try PageCursor(typed: $0) }
            let start = if case .row(let number, _)? = cursor?.place { min(number, .max - limit - 1) } else { 0 }
            let page = try call.registry().page(
                of: "\(route)", after: cursor, limit: limit, narrowed: call.query.narrowing
            ) { try read(call, $0, start + limit + 1) }
            let state = RegistryState(revision: page.revision, head: page.head)
            return try .json(ListedPage(Array(page.rows), next: page.next?.description, state), state)
        }
    }

    /// The listings.
    static let listings: [Endpoint] = [
        .listing(.regions, .regions, "List regions."),
        .listing(.units, .units, "List units, with the people on record in each."),
        .listing(.officials, .officials, "List officials with their posts."),
        .listing(
            .enrollments, .enrollments(withCitations: true), uncited: .enrollments(withCitations: false),
            "List enrollments."),
        .listing(.sources, .sources, "List sources."),
        .listing(.programmes, .programmes, "List programmes."),
        .listing(.events, .events, "List events by record and day."),
        .listing(.looks, .looks, "List the looks: who looked where, and what was found."),
        .rows(
            .disputes, .page(of: Dispute.self), "List what contradicts itself on the register, with who says what.",
            [
                Parameter(
                    name: "record", help: "With all that belongs to it; otherwise the whole register.",
                    shape: .text(.record)),
                Parameter(
                    name: "settled", help: "Those that somebody settled, instead of the open ones.", shape: .boolean),
            ]
        ) { call, registry, _ in
            try registry.disputes(
                of: call.query.one("record").map { RecordReference($0) }, settled: call.query.flag("settled"))
        },
        .rows(
            .due, .page(of: Due.self), "List what to look at again.",
            [
                Parameter(
                    name: "on", help: "To which the months of silence are counted; otherwise today.",
                    shape: .text(.day)),
                Parameter(
                    name: "months", help: "The months of silence after which a record is due; otherwise 6.",
                    shape: .number(1...1200)),
            ]
        ) { call, registry, _ in
            try registry.due(
                on: call.query.one("on").map { try Day(typed: $0) },
                months: Int(call.query.number("months", in: 1...1200) ?? 6))
        },
        .rows(
            .review, .page(of: AwaitingReview.self), "List what waits for an editor to accept, correct or reject it.",
            []
        ) { _, registry, _ in
            try registry.reviewQueue()
        },
        .rows(
            .duplicates, .page(of: DuplicatePair.self), "List pairs of records that may be one.",
            [Parameter(name: "kind", help: "Of one kind.", shape: .words(Registry.kindsOfDuplicates.map(\.name)))]
        ) { call, registry, most in
            try registry.duplicates(of: call.query.one("kind").map { try RecordKind(typed: $0) }, limit: most)
        },
    ]
}
