import Foundation
import HTTPTypes
import MusterValues

/// A refusal as the API tells it (RFC 9457).
struct Problem: Error, Encodable, Sendable {
    /// A record that may be meant.
    struct Candidate: Encodable, Sendable {
        let id: String
        let words: String
        /// The record without the reason; pages tell that in their own language.
        var named: String
        /// The reason why it may be meant; nil if there is none to tell.
        var why: MatchReason?

        private enum CodingKeys: String, CodingKey { case id, words }

        init(id: String, words: String) { (self.id, self.words, named) = (id, words, words) }

        init(_ candidate: MusterValues.Candidate) {
            self.init(id: candidate.record.id.description, words: candidate.words)
            (named, why) = (candidate.named, candidate.why)
        }
    }

    /// What kind of refusal it is, a URN that stays the same: `urn:muster:problem:unknown-record`.
    let type: String
    /// The kind in words.
    let title: String
    let status: Int
    /// The sentence for a person: the refusal, its reason and what to do.
    var detail: String
    /// The member or parameter that is refused; nil if it is no single one.
    var field: String?
    /// The value that is refused.
    var value: String?
    /// The values that the field takes, if they are a closed list.
    var allowed: [String]?
    /// Records or values that are near to what was given.
    var nearest: [String]?
    /// The records that may be meant.
    var candidates: [Candidate]?
    /// What to do.
    var remedy: String?
    /// The sentence in the words of the forms; nil if it is the same.
    var formDetail: String?
    /// The headers that go with it.
    var headers = HTTPFields()

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, field, value, allowed, nearest, candidates, remedy
    }

    /// A refusal of the service itself.
    init(_ status: HTTPResponse.Status, _ kind: String, _ detail: String, headers: HTTPFields = [:]) {
        self.init(status: status.code, kind: kind, title: status.reasonPhrase, detail: detail)
        self.headers = headers
    }

    init(status: Int, kind: String, title: String, detail: String) {
        type = Self.prefix + kind
        self.title = title
        self.status = status
        self.detail = detail
    }

    /// Names the parameter whose value is refused: the registry names the list or the kind of record instead. What is neither a
    /// parameter of the endpoint nor a part of its address is not named.
    ///
    /// - Parameters:
    ///   - query: the query of the request.
    ///   - path: the values of its path by name.
    ///   - endpoint: what answers it; nil if nothing does.
    mutating func name(in query: String?, path: [String: String], of endpoint: Endpoint?) {
        defer {
            let known = endpoint.map { $0.parameterNames + $0.route.names } ?? []
            if let named = field, !known.contains(named), !isOf("not-in-list") || value != named { field = nil }
        }
        guard let query = try? Query(query) else { return }
        let given = query.values.merging(path.mapValues { [$0] }) { one, _ in one }
        let refused = given.filter { name, values in
            // What refuses a date quotes it in its sentence alone.
            values.contains { $0 == value || value == nil && $0 != "" && detail.contains(quoted($0)) }
        }
        if refused.count == 1 { field = refused.keys.first }
    }

    /// Names the member of a JSON body that is refused: the one that has the value, or the one of the name that the registry uses.
    /// A word of the registry that is no member is not named.
    mutating func name(inBody body: Data, of shape: Shape?) {
        let json = (try? JSONDecoder().decode(JSONValue.self, from: body)) ?? .null
        // What refuses a date quotes it in its sentence alone.
        var places = value.map { json.places(of: $0) } ?? json.places { $0 != "" && detail.contains(quoted($0)) }
        // A field that a record has not is given as the name of a member, and not as a value.
        if places.isEmpty, let value, case .object(let members) = json, case .object(let values)? = members["values"],
            values[value] != nil
        {
            places = ["values.\(value)"]
        }
        if places.count == 1 {
            field = places[0]
        } else if let named = field {
            let word = named.replacing(" ", with: "_")
            let fitting = places.filter { $0 == word || $0.hasSuffix("." + word) }
            let isMember = shape?.has(word) ?? false || [Parameter.reason.name, Parameter.dryRun.name].contains(word)
            field = fitting.count == 1 ? fitting[0] : isMember ? word : nil
        }
    }

    /// True if it is of a kind, such as `changed-since`.
    func isOf(_ kind: String) -> Bool { type == Self.prefix + kind }

    private static let prefix = "urn:muster:problem:"

    /// Members without a value are left out.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(type, forKey: .type)
        try values.encode(title, forKey: .title)
        try values.encode(status, forKey: .status)
        try values.encode(detail, forKey: .detail)
        if let field { try values.encode(field, forKey: .field) }
        if let value { try values.encode(value, forKey: .value) }
        if let allowed { try values.encode(allowed, forKey: .allowed) }
        if let nearest { try values.encode(nearest, forKey: .nearest) }
        if let candidates { try values.encode(candidates, forKey: .candidates) }
        if let remedy { try values.encode(remedy, forKey: .remedy) }
    }

    /// The shape of it in JSON.
    static let shape = Shape.record([
        Shape.Member(name: "type", shape: .string, isRequired: true, help: "The kind of refusal, a URN."),
        Shape.Member(name: "title", shape: .string, isRequired: true, help: "The kind in words."),
        Shape.Member(name: "status", shape: .number(400...599), isRequired: true, help: "The HTTP status."),
        Shape.Member(name: "detail", shape: .string, isRequired: true, help: "The sentence for a person."),
        Shape.Member(name: "field", shape: .string, isRequired: false, help: "What is refused."),
        Shape.Member(name: "value", shape: .string, isRequired: false, help: "The value that is refused."),
        Shape.Member(
            name: "allowed", shape: .list(.string), isRequired: false, help: "The values that the field takes."),
        Shape.Member(name: "nearest", shape: .list(.string), isRequired: false, help: "What is near to it."),
        Shape.Member(
            name: "candidates",
            shape: .list(
                .record([
                    Shape.Member(name: "id", shape: .string, isRequired: true),
                    Shape.Member(name: "words", shape: .string, isRequired: true),
                ])), isRequired: false, help: "The records that may be meant."),
        Shape.Member(name: "remedy", shape: .string, isRequired: false, help: "What to do."),
    ])
}
