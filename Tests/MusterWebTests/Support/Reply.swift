import Foundation

/// What a server sent back.
struct Reply: Sendable {
    let status: Int
    /// The header fields, by their names in small letters.
    let headers: [String: String]
    let text: String
    let bytes: [UInt8]

    struct NoReply: Error {}

    /// Reads a reply from its bytes. A body in chunks is put together.
    init(_ bytes: [UInt8]) throws {
        let end: [UInt8] = Array("\r\n\r\n".utf8)
        guard let split = bytes.firstRange(of: end) else { throw NoReply() }
        let lines = String(decoding: bytes[..<split.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw NoReply()
        }
        self.status = status
        headers = Dictionary(
            lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (parts[0].lowercased(), parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
            }
        ) { $0 + ", " + $1 }
        var body = Array(bytes[split.upperBound...])
        if headers["transfer-encoding"] == "chunked" { body = Self.joined(body) }
        self.bytes = body
        text = String(decoding: body, as: UTF8.self)
    }

    private static func joined(_ body: [UInt8]) -> [UInt8] {
        var (rest, result) = (body[...], [UInt8]())
        while let line = rest.firstRange(of: Array("\r\n".utf8)),
            let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16), size > 0
        {
            result += rest[line.upperBound..<line.upperBound + size]
            rest = rest[(line.upperBound + size + 2)...]
        }
        return result
    }

    /// The body as JSON.
    var json: [String: Any] {
        get throws {
            guard let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
                throw NoReply()
            }
            return object
        }
    }

    /// The rows of a listing.
    var items: [[String: Any]] { get throws { try json["items"] as? [[String: Any]] ?? [] } }

    /// A text member of the body.
    func text(_ name: String) throws -> String? { try json[name] as? String }

    /// The short ids of the rows.
    var ids: [String] { get throws { try items.compactMap { $0["id"] as? String } } }
}
