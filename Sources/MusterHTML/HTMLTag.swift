/// The elements that pages are made of. None can run a script or fetch anything.
public enum HTMLTag: String, Sendable {
    // The page and its parts.
    case html, head, body, meta, title, header, main, footer, nav, section, aside, div
    // Text.
    case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, a, span, strong, em, q, blockquote, code, s, br, bdi, time
    // Tables and what can be opened.
    case table, caption, thead, tbody, tr, th, td, details, summary, figure, figcaption
    // Drawings.
    case svg, g, rect, circle, line, path, polygon, defs, pattern, linearGradient, stop, mask, desc, use
    /// A text in a drawing.
    case svgText = "text"

    /// True if the element holds nothing and has no end.
    var isEmpty: Bool { self == .meta || self == .br }
}
