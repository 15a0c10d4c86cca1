import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

/// A form that was sent when its session was over, as it comes back: filled in, with an input for a token.
///
/// Danger: nobody knows who sent it. It has what was sent and nothing of the register: a record goes by the id that was sent, and
/// nothing is said back of what was typed.
struct LeftForm {
    private let call: Call
    private let kind: FormKind

    init(_ call: Call) throws {
        guard let kind = FormKind(rawValue: call.path("form")) else { throw Problem.noPage }
        (self.call, self.kind) = (call, kind)
    }

    /// The page.
    ///
    /// - Parameter tried: what became of the token that was sent; nil if none was.
    /// - Returns: the answer.
    /// - Throws: what the writer throws.
    func answer(_ tried: SignInResult?) throws -> Answer {
        switch tried {
        case nil:
            var answer = try page(fault: nil, .unauthorized)
            answer.headers[.wwwAuthenticate] = "Bearer realm=\"muster\""
            return answer
        case .refused: return try page(fault: .say(.signInRefused), .unprocessableContent)
        case .known(let token, _): return try page(fault: .say(.signInTooLow, .list(token.role)), .forbidden)
        case .waits(let seconds):
            var answer = try page(fault: .say(.signInWait, .number(seconds)), .tooManyRequests)
            answer.headers[.retryAfter] = "\(seconds)"
            return answer
        }
    }

    private func page(fault: Words?, _ status: HTTPResponse.Status) throws -> Answer {
        let values = call.sent.fields.values.compactMapValues(\.first)
        let about = values["record"].flatMap { RecordReference($0).id?.kind }
        let spec = FormSpec.of(kind, about: about).deciding(values[FormSpec.settle])
        var state = FormState(spec: spec, values: values)
        state.signIn = FormState.SignIn(fault: fault, isCheck: values["?do"] == "check")
        let action = try PageQuestion(call).links.page(.form, [kind.rawValue], isOfNow: true)
        return try SignInPage(call).page(.say(.errorTitle, .say(spec.title)), status) { [state] view in
            try FormView(state: state, view: view, token: "", action: action).write()
        }
    }
}
