import AsyncHTTPClient
import Foundation
import MusterValues
import NIOCore
import Synchronization

/// Asks the server that this one follows for its newest revision.
final class PrimaryWatch: Sendable {
    /// What the primary said last.
    struct Told: Hashable, Sendable {
        let revision: Int64
        let at: Date
    }

    /// The address at which people find the primary.
    let address: String
    private let told = Mutex<Told?>(nil)

    /// The seconds between two questions.
    static let pause = 3.0
    /// The seconds in which the primary must have answered.
    private static let patience: Int64 = 2
    /// The most bytes of its answer.
    private static let most = 1 << 16

    /// Checks the address.
    ///
    /// - Throws: `MusterError.badValue` for one that is no address of a server.
    init(_ address: String) throws(MusterError) {
        let text = address.hasSuffix("/") ? String(address.dropLast()) : address
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host() != nil,
            url.query() == nil, url.user() == nil
        else {
            throw .badValue(
                field: "primary", value: address, rule: "give the primary's address, as https://register.example")
        }
        self.address = text
    }

    /// The newest answer; nil if there was none yet.
    var last: Told? { told.withLock { $0 } }

    /// Asks once. A primary that does not answer changes nothing.
    func ask() async {
        struct Ready: Decodable { let revision: Int64 }
        let request = HTTPClientRequest(url: address + Route.readiness.rawValue)
        guard let reply = try? await HTTPClient.shared.execute(request, timeout: .seconds(Self.patience)),
            let body = try? await reply.body.collect(upTo: Self.most),
            let ready = try? JSONDecoder().decode(Ready.self, from: Data(body.readableBytesView))
        else { return }
        told.withLock { $0 = Told(revision: ready.revision, at: .now) }
    }
}
