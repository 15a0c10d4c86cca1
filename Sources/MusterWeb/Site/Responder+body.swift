import HTTPTypes
import Hummingbird
import MusterCore
import MusterEditions
import NIOCore
import NIOPosix

/// What a request sends, and what it waits for.
extension Responder {
    /// The body of a request; empty if its endpoint takes none.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - endpoint: what takes it.
    ///   - values: what the names in its address stand for.
    ///   - isKnown: false for somebody who may not send the form as long as nobody knows who it is.
    /// - Returns: the body.
    /// - Throws: `Problem` for one that is too long, or that does not follow HTTP.
    func body(
        of request: Request, for endpoint: Endpoint, named values: [String: String], isKnown: Bool = true
    ) async throws -> ByteBuffer {
        if endpoint.body == nil, endpoint.bodyTypes.isEmpty { return ByteBuffer() }
        // Only what can hold a file may be as long as one: anybody can send the form that signs in.
        let isImport = values["form"].map { $0 == FormKind.imports.rawValue } ?? true
        let takesFile = endpoint.bodyTypes.contains { $0 != FormBody.urlEncoded }
        let isFile = takesFile && isImport && isKnown && request.mediaType != FormBody.urlEncoded
        let most = isFile ? site.limits.file : site.limits.body
        let tooLong = Problem(
            .contentTooLarge, "too-large", "the body is longer than \(most) bytes; nothing was changed")
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
            // Most programs read no answer before they have sent everything. What is too long for a file, too, is not waited for.
            if length <= site.limits.file { for try await _ in request.body {} }
            throw tooLong
        }
        do { return try await request.body.collect(upTo: most) } catch is NIOTooManyBytesError { throw tooLong } catch {
            if error is CancellationError { throw error }
            // What a client sends is no fault of the server's, whatever NIO calls it.
            throw Problem(
                .badRequest, "bad-body",
                "the body does not follow HTTP (RFC 9112, section 7), or ended early; nothing was changed")
        }
    }

    /// Waits until there is a revision after the one that is known, or the time is up, or the server ends.
    func wait(_ call: Call) async throws {
        let since = try call.since()
        let end = ContinuousClock.now + .seconds(try call.query.number("wait", in: 0...60) ?? 25)
        // A revision that is not there, as after a restore, is refused at once.
        if try await stamp().state.revision < since { return }
        while try await stamp().state.revision <= since, ContinuousClock.now < end, !site.health.isEnding {
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
