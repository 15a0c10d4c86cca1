import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension FormPage {
    /// The form in its page.
    ///
    /// - Parameters:
    ///   - state: what it shows.
    ///   - status: the status that it answers with.
    ///   - begun: the state of the registry before a check, which is undone; nil for the state of now.
    /// - Returns: the answer.
    /// - Throws: `MusterError` if the registry cannot be read.
    func page(
        _ state: FormState, _ status: HTTPResponse.Status, at begun: RegistryState? = nil
    ) throws -> Answer {
        var state = state
        var title = Words.say(state.spec.title)
        // A form writes to the register as it is now, whatever moment its address names.
        let maker = question.maker(of: call.present)
        var about: RecordID?
        if kind == .edit, let id = state.values["record"].flatMap({ RecordReference($0).id }) {
            about = try ifThere { try call.present.record(RecordReference(id), among: RecordKind.allCases) }
        }
        let settled = kind == .edit ? state.values[FormSpec.settle] : nil
        let isJudgement = settled == FormSpec.judgement
        // The record goes by the name that its own page has, in the language of the page.
        if let about {
            let phrase: Phrase = isJudgement ? .judgementOf : settled == nil ? .changeOf : .decideOn
            title = try .say(phrase, maker.title(of: about))
        }
        if state.problem != nil { title = .say(.errorTitle, title) }
        var content = PageContent(titled: title)
        if isJudgement, let about {
            content.blocks = try question.told(about, by: maker).blocks
        } else if let field = settled, let about {
            content = try maker.dispute(of: about, field, titled: title)
            content.lead = .say(.decideAbout)
            state.stated["values.\(field)"] = try stated(about, field)
        }
        if kind == .merge, let kept = state.values["kept"], let gone = state.values["gone"] {
            // A record that is typed wrong is told at its input, and nothing is compared.
            let compared = try ifThere {
                try maker.comparison(RecordReference(kept), RecordReference(gone), titled: .say(state.spec.title))
            }
            content = compared ?? content
            content.title = title
        }
        if kind == .imports { content = .columns(titled: title, in: question.language) }
        let registryState = try begun ?? call.present.state()
        var page = Page(
            question: question, content: content, state: registryState, newest: registryState.revision, place: nil)
        (page.isInsertedLast, page.hasDays) = (kind == .merge || settled != nil && !isJudgement, false)
        let token = call.session?.session.formToken ?? ""
        let action = question.links.page(.form, [kind.rawValue], isOfNow: true)
        let holder = call.visitor.mark
        page.inserted = { [state] view in
            try FormView(state: state, view: view, token: token, action: action, holder: holder).write()
        }
        return Answer(status: status, type: .page, content: .text(try page.html()))
    }

    /// What is read of a record that a form names; nil if none of the name is on the register, as when it is typed wrong or somebody undid
    /// it. What takes too long or cannot be read is no such case, and is thrown.
    private func ifThere<Value>(_ read: () throws -> Value) throws -> Value? {
        do { return try read() } catch let error as MusterError {
            guard (400..<500).contains(Problem(error).status) else { throw error }
            return nil
        }
    }

    /// What sources state of a field of a record, each value once with who says it.
    private func stated(_ record: RecordID, _ field: String) throws -> [FormState.Stated] {
        let held = try call.present.show(RecordReference(record)).fields.first { $0.field.rawValue == field }
        var all: [FormState.Stated] = []
        for one in (held?.supporting ?? []) + (held?.disputing ?? []) {
            let said = ["\(one.source.id)", one.locator, one.speaker].compactMap(\.self).joined(separator: ", ")
            if let known = all.firstIndex(where: { $0.value == one.stated }) {
                all[known].said.append(said)
            } else {
                all.append(FormState.Stated(value: one.stated, said: [said]))
            }
        }
        return all
    }
}
