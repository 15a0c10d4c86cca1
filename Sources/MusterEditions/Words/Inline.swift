import MusterValues

/// A piece of a line as it is said in one language. A renderer turns it into markup.
enum Inline: Hashable {
    /// Fixed words of the language, and values that are said in it.
    case text(String)
    /// Words of the register, in whatever language they are.
    case foreign(String)
    /// A name, in whatever language it is.
    case name(String)
    /// A source's own words.
    case quote(String)
    /// A record.
    case record(RecordID, [Inline])
    /// A short id.
    case id(RecordID)
    /// A source and the place in it, and the words for those who hear it.
    case place(RecordID, String, spoken: String)
    /// An address.
    case address(String)
    /// A hash.
    case code(String)
    /// The most important words.
    case strong([Inline])
    /// Words of less weight.
    case quiet([Inline])
    /// A link to another page of the service.
    case link(LinkTarget, [Inline])
}

extension [Inline] {
    /// The text without any markup.
    var plain: String { map(\.plain).joined() }
}

extension Inline {
    /// The text without any markup.
    var plain: String {
        switch self {
        case .text(let text), .foreign(let text), .name(let text), .address(let text), .code(let text): text
        case .quote(let text): Quotation.marked(text)
        case .record(_, let inside), .strong(let inside), .quiet(let inside), .link(_, let inside): inside.plain
        case .id(let id): id.description
        case .place(_, let short, _): short
        }
    }
}
