/// An attribute of an element. There is none that holds a script or a style, or that fetches something from elsewhere.
public struct HTMLAttribute: Hashable, Sendable {
    let name: String
    /// The value, not escaped; nil for an attribute that has none.
    let value: String?

    init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    /// The place that a link of the page leads to.
    public static func id(_ id: String) -> Self { Self("id", id) }
    /// The kinds of the element, by which the style sheet finds it; several with spaces between them.
    public static func `class`(_ names: String) -> Self { Self("class", names) }
    /// The language of what is inside, by BCP 47.
    public static func lang(_ tag: String) -> Self { Self("lang", tag) }
    /// The direction of what is inside is that of its first letter: for names and words of sources, which may be of any script.
    public static let dirAuto = Self("dir", "auto")
    /// The role of the element for a screen reader.
    public static func role(_ role: String) -> Self { Self("role", role) }
    /// What a screen reader says instead of what is inside.
    public static func label(_ text: String) -> Self { Self("aria-label", text) }
    /// The elements whose texts name this one, by their ids.
    public static func labelledBy(_ ids: String) -> Self { Self("aria-labelledby", ids) }
    /// What is inside is for the eye alone, because a text beside it says the same.
    public static let hidden = Self("aria-hidden", "true")
    /// The element can be reached by the keyboard, in its place.
    public static let focusable = Self("tabindex", "0")
    /// The cells that a head is for: `col` or `row`.
    public static func scope(_ scope: String) -> Self { Self("scope", scope) }
    /// The head of the column of a cell. The style sheet shows it beside the cell where a phone stacks the cells.
    public static func head(_ text: String) -> Self { Self("data-head", text) }
    /// The number of columns that a cell takes.
    public static func columns(_ number: Int) -> Self { Self("colspan", String(number)) }
    /// The heads that a cell belongs to, by their ids.
    public static func headers(_ ids: String) -> Self { Self("headers", ids) }
    /// A part that can be closed is open.
    public static let open = Self("open", nil)
    /// The name of what a `meta` element tells.
    public static func name(_ name: String) -> Self { Self("name", name) }
    /// What a `meta` element tells.
    public static func content(_ text: String) -> Self { Self("content", text) }
    /// The rule by which a browser loads nothing that the page does not hold, and runs no script.
    public static let loadsNothing = Self("http-equiv", "Content-Security-Policy")
    /// The encoding of the page.
    public static let utf8 = Self("charset", "utf-8")
    /// A link inside of the page.
    public static func anchor(_ id: String) -> Self { Self("href", "#" + id) }
    /// A link to the web.
    public static func web(_ address: WebAddress) -> Self { Self("href", address.text) }
    /// The page that is opened does not learn where the reader came from.
    public static let noReferrer = Self("rel", "noreferrer")
}
