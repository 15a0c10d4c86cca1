import Foundation
import HTTPTypes
import Hummingbird
import MusterCore
import MusterValues
import NIOCore
import NIOPosix

extension HTTPField.Name {
    /// The newest revision that an answer rests on.
    static let revision = HTTPField.Name("Muster-Revision")!
    /// The hash of that revision.
    static let head = HTTPField.Name("Muster-Head")!
    static let frameOptions = HTTPField.Name("X-Frame-Options")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}

extension Responder {
    /// An answer as it is sent, with what every answer carries.
    func response(_ answer: Answer, to request: Request) -> Response {
        var headers = answer.headers
        headers[.xContentTypeOptions] = "nosniff"
        headers[.frameOptions] = "DENY"
        // Without a referrer a browser names no origin of a form either, by which the site knows its own.
        headers[.referrerPolicy] = answer.type == .page ? "same-origin" : "no-referrer"
        headers[.contentSecurityPolicy] = answer.type.policy
        // Who is asked again may answer another visitor: nothing is kept on the way but by whoever asked.
        if headers[.cacheControl] == nil {
            headers[.cacheControl] = answer.state == nil ? "no-store" : "private, no-cache"
        }
        headers[.vary] = answer.type == .page ? "Cookie" : "Authorization"
        headers[.following] = site.served.following?.lag.header
        // Danger: this is no part of the answer, which is kept for all sessions of a token. Whoever just signed in or out has another cookie.
        if headers[.setCookie] == nil, request.isOfPage {
            headers[.setCookie] = site.sessions.renewed(
                request.headers, isSecure: site.hasSecureCookies || request.isSecure)
        }
        if let state = answer.state {
            headers[.revision] = "\(state.revision)"
            headers[.head] = state.head
            if request.method == .get || request.method == .head {
                headers[.eTag] = answer.tag ?? Freshness.Stamp.tag(state, answer.day ?? Day(of: .now))
            }
        }
        let body = body(answer)
        if body.contentLength != 0 { headers[.contentType] = answer.type.rawValue }
        if answer.status == .notModified { return Response(status: answer.status, headers: headers) }
        if request.method == .head {
            // The length is told, the content is not sent.
            return Response(
                status: answer.status, headers: headers,
                body: ResponseBody(contentLength: body.contentLength) { try await $0.finish(nil) })
        }
        return Response(status: answer.status, headers: headers, body: body)
    }

    private func body(_ answer: Answer) -> ResponseBody {
        switch answer.content {
        case .none: return ResponseBody()
        case .bytes(let bytes): return ResponseBody(byteBuffer: bytes)
        case .file(let file):
            let readers = site.readers
            return ResponseBody(contentLength: file.count) { writer in
                var place = 0
                while place < file.count {
                    let (from, most) = (place, min(1 << 18, file.count - place))
                    let bytes = try await readers.runIfActive { try file.bytes(from: from, most: most) }
                    if bytes.isEmpty { throw MusterError.cannotPrint }
                    try await writer.write(ByteBuffer(bytes: bytes))
                    place += bytes.count
                }
                try await writer.finish(nil)
            }
        }
    }
}

extension MediaType {
    /// What a browser may do with an answer (Content Security Policy, level 3). An edition is one file and fetches nothing; a page
    /// fetches the site's own style sheet and script, and sends forms to the site alone.
    fileprivate var policy: String {
        switch self {
        case .html: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
        case .page:
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        default: "default-src 'none'; frame-ancestors 'none'"
        }
    }
}
