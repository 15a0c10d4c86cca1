/// The elements that pages are made of. None can run a script or fetch anything.
public enum HTMLTag: String, Sendable {
    // The page and its parts.
    case html, head, body, meta, title, header, main, footer, nav, section, div
    // Text.
    case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, a, span, strong, small, b, code, bdi
    // Tables and drawings.
    case table, caption, thead, tbody, tr, th, td, figure
    // What drawings are made of.
    case svg, g, rect, circle, line, path, use
    /// A text in a drawing.
    case svgText = "text"

    /// True if the element holds nothing and has no end.
    var isEmpty: Bool { self == .meta }
}
