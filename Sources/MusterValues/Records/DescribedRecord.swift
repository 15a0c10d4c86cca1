/// A record with the values by which a person recognises it.
public struct DescribedRecord: Hashable, Sendable {
    /// The short id, or a region's code.
    public let id: RecordID
    /// The name or title; for an enrollment, an event or a citation a few words made from its parts; nil for an unnamed
    /// unit.
    public let name: String?
    /// The values that tell it apart from records with the same name.
    public let about: RecordContext

    package init(id: RecordID, name: String?, about: RecordContext = RecordContext()) {
        self.id = id
        self.name = name
        self.about = about
    }

    /// The name; for an unnamed unit its region instead, such as "unnamed unit in RU-KGD".
    public var title: String {
        if let name { return name }
        return id.kind == .unit ? "unnamed unit in \(about.region?.code ?? id.description)" : id.description
    }

    /// The record in a few words, such as "O1 Alexei Besprozvannikov (Governor, RU-KGD)". Only an official is followed by
    /// the post and region, and a source by the publisher and the date, because only they often have namesakes.
    public var words: String {
        let about = [.official, .source].contains(id.kind) ? about.words : nil
        return "\(id) \(title)" + (about.map { " (\($0))" } ?? "")
    }
}

extension DescribedRecord: Encodable {
    /// Encodes the id and the name only.
    public func encode(to encoder: any Encoder) throws { try NamedRecord(id: id, name: name).encode(to: encoder) }
}
