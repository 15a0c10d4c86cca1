/// The elements that pages are made of. What a page fetches, a style sheet and a script, is the site's own: both take a `SitePath`.
public enum HTMLTag: String, Sendable {
    // The page and its parts.
    case html, head, body, meta, title, header, main, footer, nav, section, div
    // Text.
    case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, a, span, strong, small, b, code, bdi
    // Forms.
    case form, label, input, textarea, select, option, button, fieldset, legend, output, details, summary, datalist
    // What a page of a site fetches.
    case link, script
    // Tables and drawings.
    case table, caption, thead, tbody, tr, th, td, figure
    // What drawings are made of.
    case svg, g, rect, circle, line, path, use
    /// A text in a drawing.
    case svgText = "text"

    /// True if the element holds nothing and has no end.
    var isEmpty: Bool { [.meta, .input, .link].contains(self) }
}
