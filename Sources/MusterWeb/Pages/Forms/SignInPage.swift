import Foundation
import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

/// Signing in, and what somebody who signed in may do.
struct SignInPage {
    private let call: Call
    private let question: PageQuestion

    init(_ call: Call) throws {
        self.call = call
        question = try PageQuestion(call)
    }

    /// The form.
    func shown() throws -> Answer { try form(fault: nil, next: SitePath(next: call.query.one("next")), .ok) }

    /// Signs in with the token that was sent.
    func sent() throws -> Answer {
        let next = SitePath(next: try call.sent.fields.one("next"))
        switch try call.triedToken() {
        case .waits(let seconds):
            var answer = try form(fault: .say(.signInWait, .number(seconds)), next: next, .tooManyRequests)
            answer.headers[.retryAfter] = "\(seconds)"
            return answer
        case .refused: return try form(fault: .say(.signInRefused), next: next, .unprocessableContent)
        case .known(_, let secret):
            if let old = call.session { call.site.sessions.end(old.secret) }
            var answer = Answer.leading(to: next?.text ?? Route.home.path(question.language.rawValue))
            answer.headers[.setCookie] = Sessions.cookie(
                call.site.sessions.begin(token: secret), isSecure: call.isSecure)
            return answer
        }
    }

    private func form(fault: Words?, next: SitePath?, _ status: HTTPResponse.Status) throws -> Answer {
        let action = question.links.page(.signIn, [], isOfNow: true)
        return try page(fault == nil ? .say(.signIn) : .say(.errorTitle, .say(.signIn)), status) { view in
            let html = view.html
            try html.element(.form, [.posted, .action(action)]) {
                try view.tokenInput(fault: fault)
                if let next { try html.hiddenInput("next", next.text) }
                try html.element(.div, [.class("actions")]) {
                    try html.element(.button, [.type("submit")], view.plain(.signIn))
                }
            }
            // The cookie of a session is not sent by a link from another site, so that this page may come although it was not needed.
            if let next {
                try html.element(.p) { try html.element(.a, [.page(next)], view.plain(.alreadySignedIn)) }
            }
        }
    }

    /// Who is signed in, and what he or she may do.
    func account() throws -> Answer {
        guard let session = call.session, let role = call.visitor.role, call.visitor.token != nil else {
            throw Problem(.unauthorized, "unauthorized", "sign in first")
        }
        let rights: Phrase =
            switch role {
            case .reader: .mayRead
            case .contributor: .mayContribute
            case .editor: .mayEdit
            case .admin: .mayAdminister
            }
        return try page(.say(.accountTitle), .ok) { view in
            let html = view.html
            try view.blocks.line(.p, [], .say(.accountIs, .name(call.visitor.name), .list(role)))
            try view.blocks.line(.p, [], rights)
            if role > .reader {
                try html.element(.section) {
                    try view.blocks.line(.h2, [], .whatToDo)
                    try html.element(.ul, [.class("ways")]) {
                        let kinds: [FormKind] = [.enrollment, .event, .source, .unit, .official, .citation, .look]
                        for kind in kinds + (role >= .editor ? [.imports] : []) {
                            try html.element(.li) {
                                try html.element(
                                    .a, [.page(view.links.path(to: .form(kind, [])))],
                                    view.plain(FormSpec.of(kind, about: nil).title))
                            }
                        }
                    }
                }
            }
            try html.element(
                .form, [.posted, .action(view.links.page(.signOut, [], isOfNow: true)), .class("actions")]
            ) {
                try html.hiddenInput(Call.formToken, session.session.formToken)
                try html.element(.button, [.type("submit")], view.plain(.signOut))
            }
        }
    }

    /// A page that somebody unknown may see: it has nothing of the register unless everybody may read that.
    ///
    /// - Parameters:
    ///   - title: its name.
    ///   - status: the status that it answers with.
    ///   - content: writes what stands on it.
    /// - Returns: the answer.
    /// - Throws: what the writer throws.
    func page(_ title: Words, _ status: HTTPResponse.Status, _ content: @escaping (PageView) throws -> Void) throws
        -> Answer
    {
        // Somebody who may not read learns nothing of the register, not even its newest revision.
        let isKnown = call.visitor.role != nil
        let state = isKnown ? try call.present.state() : RegistryState(revision: 0, head: nil)
        var page = Page(
            question: question, content: PageContent(titled: title), state: state, newest: state.revision, place: nil)
        (page.inserted, page.hasDays) = (content, false)
        return Answer(status: status, type: .page, content: .text(try page.html()))
    }
}
