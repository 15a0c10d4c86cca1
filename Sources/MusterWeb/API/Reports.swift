import Foundation
import HTTPTypes
import MusterCore
import MusterEditions
import MusterSheets
import MusterValues

extension EditionFormat {
    fileprivate var type: MediaType {
        switch self {
        case .html: .html
        case .md: .markdown
        case .csv: .csv
        case .json: .json
        case .xlsx: .xlsx
        }
    }
}

extension Answer {
    /// Answers with an edition: a page to be read, or a file to be kept.
    init(_ edition: Edition, _ format: EditionFormat, _ state: RegistryState, in spools: Spools) throws {
        let file = try SpooledFile(in: spools) { path in try edition.write(as: format, to: path) }
        self.init(type: format.type, content: .file(file), state: state)
        let name = "\(edition.header.id).\(format.rawValue)"
        headers[.contentDisposition] = "\(format == .html ? "inline" : "attachment"); filename=\"\(name)\""
    }
}

extension Endpoint {
    /// The editions.
    static let reports: [Endpoint] = [
        report(.report, EditionKind.allCases.filter { !$0.isOfRecord }),
        report(.reportOfRecord, EditionKind.allCases.filter { $0.isOfRecord }),
    ]

    private static func report(_ route: Route, _ kinds: [EditionKind]) -> Endpoint {
        let isOfRecord = route.names.contains("id")
        return Endpoint(
            route: route, method: .get,
            summary: isOfRecord ? "Make an edition about a record." : "Make an edition about the whole register.",
            parameters: [
                Parameter(
                    name: "format", help: "How it is written; otherwise json.",
                    shape: .words(EditionFormat.allCases.map(\.rawValue))),
                .on, .language,
                Parameter(name: "from", help: "Of changes: the revision, day or time from which they are told."),
                .knownAt,
            ], answer: .any, types: EditionFormat.allCases.map(\.type), isLong: true
        ) { call in
            guard let kind = EditionKind(rawValue: call.path("kind")), kinds.contains(kind) else {
                throw MusterError.outside(
                    list: "edition here", value: call.path("kind"), allowed: kinds.map(\.rawValue))
            }
            if kind != .changes, try call.query.one("from") != nil {
                throw MusterError.usage("only changes are told from a revision on; leave out from")
            }
            if isOfRecord, let moved = try call.moved(route, kind.rawValue) { return moved }
            let format = try call.query.word("format", EditionFormat.self) ?? .json
            var request = EditionRequest(
                kind, of: isOfRecord ? RecordReference(call.path("id")) : nil,
                on: try call.query.one("on").map { try Day(typed: $0) },
                in: try call.query.word("language", Language.self) ?? .english)
            let stamped = try call.stamped { registry in
                if let from = try call.query.one("from") {
                    request.from = try registry.known(at: Moment(typed: from)).newestRevision()
                }
                return try registry.edition(request)
            }
            return try Answer(stamped.value, format, stamped.state, in: call.site.spools)
        }
    }
}

extension Query {
    /// One word of a list that is not one of the register's; nil if the parameter is not given.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _: Word.Type) throws(MusterError) -> Word?
    {
        guard let text = try one(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw .outside(list: name, value: text, allowed: Word.allCases.map(\.rawValue))
        }
        return word
    }
}
