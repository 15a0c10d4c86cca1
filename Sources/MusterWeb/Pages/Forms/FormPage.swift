import Foundation
import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues
import NIOCore
import Synchronization

/// Shows a form and sends it to the endpoint of the API that records it, so that both check the same.
struct FormPage {
    let call: Call
    let question: PageQuestion
    let kind: FormKind

    init(_ call: Call) throws {
        guard let kind = FormKind(rawValue: call.path("form")) else { throw Problem.noPage }
        (self.call, self.kind) = (call, kind)
        question = try PageQuestion(call)
        guard call.session != nil else {
            throw Problem(.unauthorized, "unauthorized", "sign in first; nothing was changed")
        }
    }

    /// What an address can know besides what the form asks.
    private static let parameters = ["record", "region", "name", FormSpec.settle]

    /// The form as it is opened, with what the address knows already.
    func opened() throws -> Answer {
        var values = call.query.values.compactMapValues(\.first).filter { !["on", "known-at"].contains($0.key) }
        if let name = values.removeValue(forKey: "name") { values[kind == .unit ? "designation" : "name"] = name }
        if kind == .enrollment, let region = values.removeValue(forKey: "region") { values["unit_region"] = region }
        let about = try values["record"].map {
            try call.present.record(RecordReference($0), among: RecordKind.allCases)
        }
        let spec = FormSpec.of(kind, about: about?.kind).deciding(values[FormSpec.settle])
        try call.site.gatekeeper.check(call.visitor, for: spec.endpoint)
        try Query(values: values.mapValues { [$0] }).check(known: spec.inputs.map(\.name) + Self.parameters)
        if kind == .edit {
            guard let about else {
                throw MusterError.missing(what: "record", fix: .words("open the form from the page of a record"))
            }
            // Danger: the revision is read first. If somebody writes in between, the values are newer than it, and the edit is refused.
            values["?if_match"] = "\(try call.present.newestRevision())"
            for (name, value) in try held(about, spec) { (values[name], values["was." + name]) = (value, value) }
        }
        return try page(FormState(spec: spec, values: values), .ok)
    }

    /// What the register holds of the fields of a record, as one would type it.
    private func held(_ record: RecordID, _ spec: FormSpec) throws -> [String: String] {
        let dossier = try call.present.show(RecordReference(record))
        var held = ["record": record.description]
        for input in spec.inputs where input.name.hasPrefix("values.") {
            held[input.name] = dossier.fields.first { $0.field.rawValue == input.member }?.value?.typed ?? ""
        }
        // Why a record waits is no reason for the judgement that it waits for.
        if spec.isJudgement { held["values.\(FieldName.note.rawValue)"] = "" }
        if let standing = dossier.standing { held["values.standing"] = standing.rawValue }
        return held
    }

    /// Sends the form: to be recorded, or only to be checked.
    func sent() throws -> Answer {
        var fields = fields()
        if let answer = try picked(&fields) { return answer }
        let sent = try SentForm(kind, fields.values, call)
        let begun = try call.present.state()
        try call.site.gatekeeper.check(call.visitor, for: sent.spec.endpoint)
        let isChecked = fields.values["?do"] == "check"
        let before = isChecked && kind.movesPeople ? try call.present.peopleOnRecord() : nil
        // What is added here is not there yet, so that it is not said back as if it were.
        let understood = isChecked ? try understood(FormState(spec: sent.spec, values: fields.values)) : [:]
        // An import tells itself what it would do, row by row. All else is done, looked at, and undone.
        let answer = try sent.run(call, file: fields.file, isTried: isChecked && kind == .imports)
        guard case .bytes(let bytes) = answer.content,
            let done = try? JSONDecoder().decode(WriteDone.self, from: Data(bytes.readableBytesView))
        else {
            // Danger: a problem is told of what was not written yet, so what is only checked must not end with one here.
            if isChecked, kind != .imports { throw MusterError.stopped }
            throw Problem(
                .internalServerError, "internal", "the answer cannot be read; look at the history for what was recorded"
            )
        }
        if answer.status.code >= 400 {
            return try page(FormState(refusing: done, sent.spec, fields.values), .unprocessableContent)
        }
        if !isChecked { return try recorded(done, sent) }
        if done.stopped == true {
            return try page(FormState(refusing: done, sent.spec, fields.values), .unprocessableContent)
        }
        var state = FormState(spec: sent.spec, values: fields.values)
        if kind == .imports {
            state.done = done
        } else {
            // Without a revision nothing would change; the newest one is somebody else's.
            state.preview = done.revision == nil ? [] : try question.maker.newestChange()
            state.remark = done.remark
            state.toldOtherwise = try done.revision.map(question.maker.toldOtherwise(in:)) ?? []
        }
        if let before { state.people = (before, try call.present.peopleOnRecord()) }
        state.understood = understood
        let shown = try page(state, .ok, at: begun)
        if kind == .imports { return shown }
        call.rehearsal.answer.withLock { $0 = shown }
        throw MusterError.stopped
    }

    /// The form again, with what is wrong.
    func refused(_ problem: Problem) throws -> Answer {
        if problem.isOf("unauthorized") { throw problem }
        let fields = fields()
        let sent = try SentForm(kind, fields.values, call)
        var state = FormState(spec: sent.spec, values: fields.values)
        state.problem = problem
        if problem.isOf("missing") { state.missing = sent.missing }
        state.understood = try understood(state)
        state.problem?.candidates = problem.candidates?.map { candidate in
            guard candidate.words == candidate.id, let words = question.understood(candidate.id) else {
                return candidate
            }
            return Problem.Candidate(id: candidate.id, words: words)
        }
        if problem.isOf("changed-since"), let record = sent.record {
            state.values["?if_match"] = "\(try call.present.newestRevision())"
            for (name, value) in try held(record, sent.spec)
            where value != fields.values["was." + name] && name.hasPrefix("values.") {
                // What this writer did not touch is taken over: sending it again must not undo somebody else's change.
                if fields.values[name] == fields.values["was." + name] {
                    state.values[name] = value
                } else {
                    state.heldNow[name] = value
                }
                state.values["was." + name] = value
            }
            state.problem?.formDetail =
                "somebody changed the record while you did, and beside each field stands what it holds now; "
                + "send the form again to keep yours"
        }
        return try page(state, problem.status == 403 ? .forbidden : .unprocessableContent)
    }

    private func fields() -> (values: [String: String], file: Data?) {
        (call.sent.fields.values.compactMapValues(\.first), call.sent.file)
    }

    /// Puts the record that was chosen among look-alikes in its place. A new record that is one on the register leads there.
    private func picked(_ fields: inout (values: [String: String], file: Data?)) throws -> Answer? {
        guard let pick = fields.values["?pick"], !pick.isEmpty else { return nil }
        if pick == "new" { fields.values["is_new"] = "true" }
        guard let id = RecordReference(pick).id else { return nil }
        if id.kind == .enrollment { return .leading(to: question.links.record(id).text) }
        // What was typed of a record that is there already is said of it: its name is cited, in the spelling of the source.
        if [.official, .unit].contains(kind) {
            let name = fields.values[kind == .unit ? "designation" : "name"] ?? ""
            let known = [
                "evidence.source", "evidence.locator", "evidence.quote", "evidence.speaker", "evidence.speech",
            ]
            let kept = known.compactMap { name in fields.values[name].map { LinkCondition(name, $0) } }
            let way = [
                LinkCondition("record", pick), LinkCondition("field", "name"), LinkCondition("stance", "supports"),
                LinkCondition("evidence.stated", name),
            ]
            return .leading(to: question.links.path(to: .form(.citation, way + kept.filter { $0.value != "" })).text)
        }
        let place = fields.values["?picked_for"] ?? ""
        guard let input = FormSpec.of(kind, about: nil).inputs.first(where: { $0.name == place }) else { return nil }
        fields.values[input.name] = pick
        return nil
    }

    /// The way to what was recorded.
    private func recorded(_ done: WriteDone, _ sent: SentForm) throws -> Answer {
        // An enrollment may have added its official and its unit, too.
        let letters: [FormKind: Character] = [.enrollment: "E", .official: "O", .unit: "U", .source: "S"]
        let id = done.changes?.first { $0.change == "added" && $0.id.first == letters[kind] }.flatMap {
            RecordReference($0.id).id
        }
        let path =
            if let id = id ?? sent.record { question.links.record(id) } else if let revision = done.revision {
                question.links.path(to: .revision(revision))
            } else { question.links.path(to: .page(.home, [])) }
        return .leading(to: path.adding(PageQuestion.receipt, "\(done.revision ?? 0)").text)
    }

    private func understood(_ state: FormState) throws -> [String: String] {
        var all: [String: String] = [:]
        for input in state.spec.inputs where input.control.isUnderstood {
            guard let text = state.values[input.name], !text.isEmpty else { continue }
            all[input.name] = question.understood(text)
        }
        return all
    }
}
