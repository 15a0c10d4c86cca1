/// The attributes of drawings. Colours and lines come from the style sheet, by the class.
extension HTMLAttribute {
    /// The left edge.
    public static func x(_ length: SVGLength) -> Self { Self("x", length.text) }
    /// The upper edge, or the line on which a text stands.
    public static func y(_ length: SVGLength) -> Self { Self("y", length.text) }
    /// The width.
    public static func width(_ length: SVGLength) -> Self { Self("width", length.text) }
    /// The height.
    public static func height(_ length: SVGLength) -> Self { Self("height", length.text) }
    /// The middle of a circle, from the left.
    public static func centerX(_ length: SVGLength) -> Self { Self("cx", length.text) }
    /// The middle of a circle, from the top.
    public static func centerY(_ length: SVGLength) -> Self { Self("cy", length.text) }
    /// The radius of a circle.
    public static func radius(_ length: SVGLength) -> Self { Self("r", length.text) }
    /// The left end of a line.
    public static func x1(_ length: SVGLength) -> Self { Self("x1", length.text) }
    /// The right end of a line.
    public static func x2(_ length: SVGLength) -> Self { Self("x2", length.text) }
    /// The upper end of a line.
    public static func y1(_ length: SVGLength) -> Self { Self("y1", length.text) }
    /// The lower end of a line.
    public static func y2(_ length: SVGLength) -> Self { Self("y2", length.text) }
    /// The outline of a path, in the letters and numbers of SVG.
    public static func outline(_ path: String) -> Self { Self("d", path) }
    /// The units of a drawing that is made larger and smaller as a whole: from 0 to these.
    public static func units(width: Int, height: Int) -> Self { Self("viewBox", "0 0 \(width) \(height)") }
}
