/// What links of a site and its forms need.
extension HTMLAttribute {
    /// A link inside of the site.
    public static func page(_ path: SitePath) -> Self { Self("href", path.text) }
    /// The style sheet of the site.
    public static let stylesheet = Self("rel", "stylesheet")
    /// The address without the conditions under which the page is seen.
    public static let canonical = Self("rel", "canonical")
    /// The site's own script; the page works without it.
    public static func script(_ path: SitePath) -> Self { Self("src", path.text) }
    /// A script runs after the page is there.
    public static let deferred = Self("defer", nil)
    /// The link leads to the page that is shown.
    public static let current = Self("aria-current", "page")
    /// The language of the page that a link leads to.
    public static func linkLanguage(_ tag: String) -> Self { Self("hreflang", tag) }
    /// The address that takes a form.
    public static func action(_ path: SitePath) -> Self { Self("action", path.text) }
    /// A form that changes something.
    public static let posted = Self("method", "post")
    /// A form that holds a file.
    public static let withFile = Self("enctype", "multipart/form-data")
    /// What kind of input it is: `text`, `search`, `hidden`, `checkbox`, `radio`, `file`, `password` or `submit`.
    public static func type(_ type: String) -> Self { Self("type", type) }
    /// What an input holds.
    public static func value(_ text: String) -> Self { Self("value", text) }
    /// The input that a label is of, by its id.
    public static func `for`(_ id: String) -> Self { Self("for", id) }
    /// The texts that describe an input, by their ids.
    public static func describedBy(_ ids: String) -> Self { Self("aria-describedby", ids) }
    /// The list of what may be typed, by its id.
    public static func suggestions(_ id: String) -> Self { Self("list", id) }
    /// What the input holds is refused.
    public static let invalid = Self("aria-invalid", "true")
    /// It is chosen.
    public static let checked = Self("checked", nil)
    /// It is chosen from a list.
    public static let selected = Self("selected", nil)
    /// The page opens with the keyboard in it.
    public static let autofocus = Self("autofocus", nil)
    /// It can be reached by a link and not by the tabulator.
    public static let reachable = Self("tabindex", "-1")
    /// What a browser may fill in: `off`, or `current-password`.
    public static func autocomplete(_ what: String) -> Self { Self("autocomplete", what) }
    /// A browser does not correct what is typed.
    public static let spelledAsTyped = Self("spellcheck", "false")
    /// The number of lines of a text.
    public static func rows(_ number: Int) -> Self { Self("rows", String(number)) }
    /// The kinds of files that are offered.
    public static func accept(_ types: String) -> Self { Self("accept", types) }
    /// A screen reader says what comes to stand here.
    public static let live = Self("aria-live", "polite")
    /// What a script completes while one types, by the site's own name of it.
    public static func enhanced(_ name: String) -> Self { Self("data-enhance", name) }
    /// The mark of whoever may find again, in this tab, what was typed into the form.
    public static func holder(_ mark: String) -> Self { Self("data-holder", mark) }
    /// The newest revision when the form was written.
    public static func revision(_ number: Int64) -> Self { Self("data-revision", String(number)) }
    /// The address that says back what was understood of an input.
    public static func echoes(_ path: SitePath) -> Self { Self("data-from", path.text) }
}
