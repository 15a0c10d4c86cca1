/// A region or district as a record refers to it.
public struct NamedRegion: Codable, Hashable, Sendable {
    /// The code, such as `RU-KGD`.
    public let code: String
    /// The name.
    public let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// The code and the name, such as "RU-KGD Kaliningrad Oblast".
    public var words: String { "\(code) \(name)" }
}
