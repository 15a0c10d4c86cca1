import Foundation
import HTTPTypes
import Hummingbird
import MusterValues
import NIOCore

extension HTTPField.Name {
    fileprivate static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
    fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

/// The context of a request, with the address that it came from.
struct AddressedContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end; nil if it has none.
    let address: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}

/// What is read off a request before anything is asked.
extension Request {
    /// True if the browser came by https, as a proxy tells.
    var isSecure: Bool { headers[.forwardedProto]?.lowercased() == "https" }

    /// The address of whoever asks. A proxy on this machine tells it; from elsewhere nobody's word is taken for it.
    func address(_ context: AddressedContext) -> String {
        Self.address(context.address ?? "", told: headers[.forwardedFor])
    }

    /// The address of whoever asks, by the other end's and what it tells. A socket of IPv6 tells of 127.0.0.1 in its own way.
    static func address(_ own: String, told: String?) -> String {
        let told = told?.split(separator: ",").last?.trimmingCharacters(in: .whitespaces)
        return ["127.0.0.1", "::1", "::ffff:127.0.0.1"].contains(own) ? told ?? own : own
    }

    /// The path and the query as they were sent, percent-encoded; no query is nil.
    var parts: (path: String, query: String?) {
        let target = head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.first ?? "/"), parts.count == 2 ? String(parts[1]) : nil)
    }

    /// True for the address of a page, or of what a page asks while somebody types. The API and the assets use no session.
    var isOfPage: Bool { Language(rawValue: String(parts.path.dropFirst().prefix { $0 != "/" })) != nil }

    /// The text between the parts of a multipart body; empty for any other.
    var boundary: String {
        let parameters = (headers[.contentType] ?? "").split(separator: ";").dropFirst()
        let own = parameters.map { $0.trimmingCharacters(in: .whitespaces) }.first { $0.hasPrefix("boundary=") }
        return own.map { $0.dropFirst("boundary=".utf8.count).trimmingCharacters(in: ["\""]) } ?? ""
    }

    /// The media type of the body without its parameters, in small letters; nil if it is not given.
    var mediaType: String? {
        headers[.contentType].map {
            $0.split(separator: ";").first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? ""
        }
    }

    /// True if a tag is in a list of tags (RFC 9110, section 13.1.2), weak or not. An asterisk asks whether there is anything at
    /// the address, which only a query could tell, so it counts as no.
    static func names(_ tag: String, in list: String) -> Bool {
        list.split(separator: ",").contains { item in
            let item = item.trimmingCharacters(in: .whitespaces)
            return item == tag || item == "W/" + tag
        }
    }

    /// The state that `If-Match` names; nil for none or for any.
    var expected: ExpectedState? {
        get throws(MusterError) {
            guard let text = headers[.ifMatch]?.trimmingCharacters(in: .whitespaces), text != "*" else {
                return nil
            }
            // Of several answers that were read, the newest one counts.
            let states = text.split(separator: ",").map { item -> ExpectedState? in
                let tag = item.trimmingCharacters(in: .whitespaces).split(separator: "\"").first { $0 != "W/" }
                let parts = tag?.split(separator: "-") ?? []
                guard let revision = parts.first.flatMap({ Int64($0) }), revision >= 0 else { return nil }
                return ExpectedState(revision: revision, hash: parts.count > 1 ? String(parts[1]).lowercased() : nil)
            }
            guard states.allSatisfy({ $0 != nil }),
                let newest = states.compactMap(\.self).max(by: { $0.revision < $1.revision })
            else {
                throw .badValue(field: "If-Match", value: text, rule: "give the ETag of the answer that you read")
            }
            return newest
        }
    }
}

extension Answer {
    /// The answer, or 304 if the client has it: one of the past stays the same after later revisions.
    func unlessAtHand(_ request: Request) -> Answer {
        guard status == .ok, let tag,
            request.headers[values: .ifNoneMatch].contains(where: { Request.names(tag, in: $0) })
        else { return self }
        return Answer(status: .notModified, type: type, content: .none, tag: tag, state: state)
    }
}
