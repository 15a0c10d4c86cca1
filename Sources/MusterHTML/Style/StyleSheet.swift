/// The style sheet of every page: light, dark, phone, paper and forced colours, without a font or a picture of its own.
///
/// Its rules are written for the components of this module. `{` and `}` stand in pairs within each piece.
public enum StyleSheet {
    /// The pieces, in the order in which they hold.
    static let pieces: [StaticString] = [
        tokens, dark, text, layout, tables, components, disputes, marks, lives, chart, map, footer, narrow, phone,
        paper,
        forced,
    ]

    /// The style sheet of a site, which its pages fetch once: that of an edition and what else a page has.
    public static let ofSite: String = (pieces.dropLast() + [site, forced]).map(\.description).joined()
}

/// What stands at the edges of each sheet of paper: a box for each corner but the last, which has the number of the page.
public struct PageBoxes: Sendable {
    /// At the top left: the register and what is reported.
    public var topLeft: String
    /// At the top right: the edition.
    public var topRight: String
    /// At the bottom left: the day, the revision and the head of the history.
    public var bottomLeft: String

    /// - Parameters:
    ///   - topLeft: the register and what is reported.
    ///   - topRight: the edition.
    ///   - bottomLeft: the day, the revision and the head of the history.
    public init(topLeft: String, topRight: String, bottomLeft: String) {
        (self.topLeft, self.topRight, self.bottomLeft) = (topLeft, topRight, bottomLeft)
    }
}

extension HTMLWriter {
    /// Writes the style sheet.
    ///
    /// - Parameter boxes: what stands at the edges of each sheet of paper.
    public func style(boxes: PageBoxes) {
        fixed("<style>\n")
        for piece in StyleSheet.pieces { fixed(piece) }
        fixed("@page{@top-left{content:")
        styleString(boxes.topLeft)
        fixed("}@top-right{content:")
        styleString(boxes.topRight)
        fixed("}@bottom-left{content:")
        styleString(boxes.bottomLeft)
        fixed("}}\n</style>\n")
    }
}
