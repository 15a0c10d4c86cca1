import Foundation
import HTTPTypes
import MusterValues
import NIOCore

extension HTTPField.Name {
    fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}

extension Call {
    /// The name of the input that carries the session's token.
    static let formToken = "form_token"

    /// Refuses a form that another site sent, and one without the session's token.
    ///
    /// A browser tells where a form comes from (`Sec-Fetch-Site`, or `Origin` alone in older ones), and no page of another site can
    /// read the token.
    ///
    /// - Parameters:
    ///   - headers: the header fields of the request.
    ///   - needsToken: false for signing in, which begins a session: there only the first holds. Whoever still has the cookie of a
    ///     session, whose token was revoked for example, must be able to sign in again.
    /// - Throws: `Problem` 403.
    func checkForm(_ headers: HTTPFields, needsToken: Bool) throws {
        let origin = headers[.origin]?.split(separator: "/").last.map(String.init)
        let isOwn =
            headers[.fetchSite].map { ["same-origin", "none"].contains($0) } ?? (origin == nil || origin == authority)
        guard isOwn else { throw Self.foreignForm }
        guard needsToken, let session else { return }
        let given = try contentType == FormBody.multipart ? parts().fields[Self.formToken] : form().one(Self.formToken)
        guard let given, given.isSame(as: session.session.formToken) else { throw Self.foreignForm }
    }

    /// The fields of the form that was sent.
    ///
    /// - Throws: `Problem` 415 for a body that is no form, and `MusterError.badValue` for one that is no UTF-8.
    func form() throws -> Query {
        guard contentType == FormBody.urlEncoded else {
            throw Problem(.unsupportedMediaType, "form", "send the form as the page has it; nothing was changed")
        }
        return try FormBody.fields(body.readableBytesView)
    }

    /// The fields and the file of a form that holds one.
    ///
    /// - Throws: `MusterError.badValue` for a body that is no such form.
    func parts() throws(MusterError) -> (fields: [String: String], file: Data?) {
        try FormBody.parts(Data(body.readableBytesView), boundary: boundary)
    }

    private static var foreignForm: Problem {
        Problem(
            .forbidden, "foreign-form",
            "the form was not sent from a page of this session; open the page again and send it from there")
    }
}
