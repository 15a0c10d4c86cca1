import MusterCore
import MusterValues

/// Who asks, and what he or she may do.
struct Visitor: Hashable, Sendable {
    /// The author of what this visitor writes.
    let name: String
    /// The role; nil for somebody who may do nothing.
    let role: Role?
    /// The token's short id; nil for nobody known.
    let token: String?

    /// The mark of the token's holder, by which a tab knows whose draft it keeps; nil for nobody known. It is no secret: it is the same
    /// in all sessions of the token, and the tag of every page tells it.
    var mark: String? { token }

    /// Somebody without a token.
    static func unknown(isPublic: Bool) -> Visitor { Visitor(name: "", role: isPublic ? .reader : nil, token: nil) }
}

extension Visitor {
    /// The bearer of a token.
    init(_ token: Token) { self.init(name: token.name, role: token.role, token: token.id) }
}
