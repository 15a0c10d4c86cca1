import Foundation
import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues
import NIOCore

/// A form that was sent, as a request to the API.
struct SentForm {
    let spec: FormSpec
    /// The record that it is about; nil if it is about none that is on record.
    let record: RecordID?
    private let values: [String: String]
    /// True if the writer cannot tell whether what is added is on the register already.
    private var isTentative: Bool { values["?pick"] == FormView.unsure }

    init(_ kind: FormKind, _ values: [String: String], _ call: Call) throws {
        let typed = ["record", "kept"].compactMap { values[$0] }.first { !$0.isEmpty }
        record = typed.flatMap { try? call.present.record(RecordReference($0), among: RecordKind.allCases) }
        // Two records that are compared are merged, one way or the other, or told apart.
        let decision = values["?decision"]
        spec =
            kind == .merge && decision == "distinct"
            ? .of(.distinction, about: nil) : .of(kind, about: record?.kind).deciding(values[FormSpec.settle])
        var values = values
        if let kept = values["kept"], let gone = values["gone"] {
            if decision == "other" { (values["kept"], values["gone"]) = (gone, kept) }
            if decision == "distinct" { (values["one"], values["other"]) = (kept, gone) }
        }
        // What happened to a unit is a state or a strength.
        if kind == .event, let strength = values[FormSpec.strength]?.trimmingCharacters(in: .whitespaces),
            !strength.isEmpty,
            (values["state"] ?? "").isEmpty
        {
            values["state"] = "strength \(strength)"
        }
        self.values = values
    }

    /// Runs the endpoint.
    ///
    /// - Parameters:
    ///   - call: the request.
    ///   - file: the file of an import.
    ///   - isTried: true to ask the endpoint only to try it.
    /// - Returns: the result.
    /// - Throws: `MusterError` or `Problem` for what is refused.
    func run(_ call: Call, file: Data?, isTried: Bool) throws -> Answer {
        try checkRequired()
        try checkDecision()
        var conditions: [String: [String]] = [:]
        for input in spec.inputs
        where input.name.hasPrefix("?") && !["?decision", FormSpec.strength].contains(input.name) {
            if let value = values[input.name], !value.isEmpty { conditions[String(input.name.dropFirst())] = [value] }
        }
        if isTried { conditions["dry_run"] = ["true"] }
        var inner = call
        inner.query = Query(values: conditions)
        inner.isTentative = isTentative
        if spec.kind == .imports {
            guard let file, !file.isEmpty else {
                throw MusterError.missing(what: "file", fix: .words("choose the file"))
            }
            (inner.body, inner.contentType) = (ByteBuffer(bytes: file), "text/csv")
        } else {
            let body = try JSONEncoder().encode(body())
            (inner.body, inner.contentType) = (ByteBuffer(bytes: body), MediaType.json.rawValue)
        }
        if spec.kind == .edit {
            inner.path["id"] = values["record"] ?? ""
            guard let revision = values["?if_match"].flatMap({ Int64($0) }) else {
                throw MusterError.badValue(
                    field: "form", value: values["?if_match"] ?? "",
                    rule: "it does not tell the revision that was read; open it again")
            }
            inner.expected = ExpectedState(revision: revision)
        }
        return try spec.endpoint.run(inner)
    }

    /// Refuses a decision about two records that is none of those that the form offers.
    private func checkDecision() throws {
        let decision = values["?decision"] ?? ""
        if spec.kind == .merge || values["kept"] != nil, !["keep", "other", "distinct"].contains(decision) {
            throw MusterError.badValue(
                field: "decision", value: decision, rule: "choose one of those that the form offers")
        }
    }

    /// The inputs that must hold something and are empty.
    var missing: [FormInput] {
        spec.inputs.compactMap { input in
            if spec.kind == .enrollment, input.name == FormSpec.official {
                if [FormSpec.official, FormSpec.group].contains(where: { !isEmpty($0) }) { return nil }
                var who = input
                who.label = .say(.officialOrGroup)
                return who
            }
            return input.isRequired && isTop(input) && !input.control.isFile && isEmpty(input.name) ? input : nil
        }
    }

    private func isEmpty(_ name: String) -> Bool {
        (values[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    }

    /// Refuses a form of which an input that must hold something is empty.
    private func checkRequired() throws {
        // The page lists all of them by itself.
        guard let first = missing.first else { return }
        let label = first.label.plain(in: .english)
        var problem = Problem(.unprocessableContent, "missing", "\(label) is missing; fill it in")
        problem.field = first.name
        throw problem
    }

    /// True if the input must hold something whatever the others hold: a post or a group is asked for only if it is given.
    private func isTop(_ input: FormInput) -> Bool {
        if ["evidence.source", "evidence.0.source"].contains(input.name) { return true }
        // A citation is what a source states.
        return !input.name.contains(".") || spec.kind == .citation
    }

    /// The body that the endpoint takes: what is empty is left out, and of an edit what was not changed.
    func body() -> JSONValue {
        var root = JSONValue.object([:])
        for input in spec.inputs where !input.name.hasPrefix("?") {
            // A flag that the form does not show says that the record is another one.
            let typed = input.name == "is_new" && isTentative ? "true" : values[input.name]
            guard let value = typed, isGiven(input, value) else { continue }
            let path = input.name.split(separator: ".").map(String.init)
            root = root.setting(path[...], to: json(value, input, spec.endpoint.body?.member(path)?.shape.unwrapped))
        }
        if spec.kind == .edit, root.members["values"] == nil { root = root.setting(["values"], to: .object([:])) }
        // Browsers send every input; a source without an id says that nobody is cited.
        if case .object(let evidence)? = root.members["evidence"], evidence["source"] == nil, spec.kind == .edit {
            root = root.setting(["evidence"], to: nil)
        }
        return root
    }

    private func isGiven(_ input: FormInput, _ value: String) -> Bool {
        // What is decided is sent although the value stays.
        if spec.kind == .edit, input.name.hasPrefix("values."), values[FormSpec.settle] == input.member { return true }
        if spec.kind == .edit, input.name == "values.note", isJudgedAgainst, !isEmpty(input.name) { return true }
        if spec.kind == .edit, input.name.hasPrefix("values.") { return value != (values["was." + input.name] ?? "") }
        return !value.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    }

    /// True if the record gets another standing than before, for which there has to be a reason: the note that it has may be it.
    private var isJudgedAgainst: Bool {
        guard let standing = values["values.standing"], let before = values["was.values.standing"] else { return false }
        return ![before, Standing.accepted.rawValue, ""].contains(standing)
    }

    private func json(_ value: String, _ input: FormInput, _ shape: Shape?) -> JSONValue {
        // A browser ends the lines of a text area with CRLF.
        let value = value.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        if input.isList {
            let parts = value.split { $0 == "\n" || $0 == "," }.map { $0.trimmingCharacters(in: .whitespaces) }
            return .list(parts.filter { !$0.isEmpty }.map { .string($0) })
        }
        switch shape {
        case .integer, .number: return Int64(value).map { .integer($0) } ?? .string(value)
        case .boolean: return .boolean(value == "true")
        default: return .string(value)
        }
    }
}

extension JSONValue {
    /// The members of an object; empty for any other value.
    var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

    /// The value with another value in a place; nil takes the place away. A number leads into a list.
    func setting(_ path: ArraySlice<String>, to value: JSONValue?) -> JSONValue {
        guard let name = path.first else { return value ?? .null }
        let rest = path.dropFirst()
        if let index = Int(name) {
            var all: [JSONValue] = if case .list(let all) = self { all } else { [] }
            while all.count <= index { all.append(.object([:])) }
            all[index] = all[index].setting(rest, to: value)
            return .list(all)
        }
        var members = members
        members[name] =
            rest.isEmpty
            ? value
            : (members[name] ?? (rest.first.flatMap { Int($0) } == nil ? .object([:]) : .list([])))
                .setting(rest, to: value)
        return .object(members)
    }
}
