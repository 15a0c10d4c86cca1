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

    /// Refuses a form that another site sent. A browser tells where a form comes from: `Sec-Fetch-Site`, or `Origin` alone in older
    /// ones.
    ///
    /// - Parameter headers: the header fields of the request.
    /// - Throws: `Problem` 403.
    func checkOrigin(_ headers: HTTPFields) throws {
        let origin = headers[.origin]?.split(separator: "/").last.map(String.init)
        let isOwn =
            headers[.fetchSite].map { ["same-origin", "none"].contains($0) } ?? (origin == nil || origin == authority)
        if !isOwn { throw Self.foreignForm }
    }

    /// True if the browser says that a page of this site sent the form. What no browser says is not shown again as it was filled in,
    /// because another site could have filled it in.
    ///
    /// - Parameters:
    ///   - headers: the header fields of the request.
    ///   - authority: the name under which the browser knows the server, with its port.
    /// - Returns: false also if the browser does not say where the form comes from.
    static func isFromOwnPage(_ headers: HTTPFields, authority: String?) -> Bool {
        if let site = headers[.fetchSite] { return site == "same-origin" }
        guard let authority, let origin = headers[.origin]?.split(separator: "/").last else { return false }
        return origin == authority
    }

    /// Refuses a form without the session's token.
    ///
    /// - Throws: `Problem` 403.
    func checkFormToken(of session: Session) throws {
        guard let given = try sent.fields.one(Self.formToken), given.isSame(as: session.formToken) else {
            throw Self.foreignForm
        }
    }

    /// The form that was sent. It takes time with the length of its file, so that a thread that all requests share must not read it.
    ///
    /// - Throws: `Problem` 415 for a body that is no form, and `MusterError.badValue` for one that cannot be read.
    func readForm() throws -> FormBody {
        let bytes = body.readableBytesView
        switch contentType {
        case FormBody.multipart: return try FormBody(parts: Data(bytes), boundary: boundary)
        case FormBody.urlEncoded: return try FormBody(bytes)
        default: throw Problem(.unsupportedMediaType, "form", "send the form as the page has it; nothing was changed")
        }
    }

    /// The refusal of a form that an earlier session filled in.
    static var formOfOtherSession: Problem {
        Problem(
            .forbidden, "other-session",
            "the form was filled in before you signed in again, so it was not sent; look it over and send it once more")
    }

    private static var foreignForm: Problem {
        Problem(
            .forbidden, "foreign-form",
            "the form was not sent from a page of this session; open the page again and send it from there")
    }
}
