import Foundation
import FoundationNetworking
import MusterValues
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
    /// The most bytes of its answer.
    private static let most = 1 << 16

    /// It waits two seconds for an answer, and keeps nothing.
    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 2
        configuration.timeoutIntervalForResource = 2
        return URLSession(configuration: configuration)
    }()

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
        guard let url = URL(string: address + Route.readiness.rawValue) else { return }
        let data = await withCheckedContinuation { done in
            Self.session.dataTask(with: url) { data, _, _ in done.resume(returning: data) }.resume()
        }
        guard let data, data.count <= Self.most, let ready = try? JSONDecoder().decode(Ready.self, from: data)
        else { return }
        told.withLock { $0 = Told(revision: ready.revision, at: .now) }
    }
}
