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
        let about = state.values["record"].flatMap { RecordReference($0).id }
        let settled = kind == .edit ? state.values[FormSpec.settle] : nil
        let isJudgement = settled == FormSpec.judgement
        // The record goes by the name that its own page has, in the language of the page.
        let shown = kind == .edit ? about.flatMap { try? question.told($0) } : nil
        if let shown {
            let phrase: Phrase = isJudgement ? .judgementOf : settled == nil ? .changeOf : .decideOn
            title = .say(phrase, shown.title)
        }
        if state.problem != nil { title = .say(.errorTitle, title) }
        var content = PageContent(titled: title)
        if isJudgement, let shown {
            content.blocks = shown.blocks
        } else if let field = settled, let about {
            content = try question.maker.dispute(of: about, field, titled: title)
            content.lead = .say(.decideAbout)
            state.stated["values.\(field)"] = try stated(about, field)
        }
        if kind == .merge, let kept = state.values["kept"], let gone = state.values["gone"] {
            // A record that is typed wrong is told at its input, and nothing is compared.
            let compared = try? question.maker.comparison(
                RecordReference(kept), RecordReference(gone), titled: .say(state.spec.title))
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
        page.inserted = { [state] view in try FormView(state: state, view: view, token: token, action: action).write() }
        return Answer(status: status, type: .page, content: .text(try page.html()))
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
