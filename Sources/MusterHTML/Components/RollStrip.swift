/// A number of people as squares: full for those known by name, hatched for the fewest others, dashed up to the most, and a fading end
/// if there is no most.
public struct RollStrip: Sendable {
    private let named: Int
    private let least: Int
    private let most: Int?

    /// More people than this are a bar to scale.
    private static let mostSquares = 60
    /// The side of a square within its edge, and the way to the next, in pixels.
    private static let (side, step) = (10.0, 14.0)

    /// - Parameters:
    ///   - named: the number of people known by name, at most `least`.
    ///   - least: the fewest people.
    ///   - most: the most people; nil if there is no limit.
    public init(named: Int, least: Int, most: Int?) {
        (self.named, self.least, self.most) = (min(named, least), least, most)
    }

    /// Writes the strip.
    ///
    /// - Parameters:
    ///   - html: the writer.
    ///   - sentence: the same in words, for who does not see it.
    ///   - columns: the number of squares in a line.
    /// - Throws: what the sink throws.
    public func write(to html: HTMLWriter, sentence: String, columns: Int) throws {
        if least == 0, most == 0 { return }
        try (most ?? least) > Self.mostSquares
            ? writeBar(html, sentence, width: Double(columns) * Self.step) : writeSquares(html, sentence, columns)
        html.line()
    }

    private func writeSquares(_ html: HTMLWriter, _ sentence: String, _ columns: Int) throws {
        let squares = most ?? least
        // The fading end takes the room of two squares, and does not stand alone at the end of a line.
        let places = squares + (most == nil ? 2 : 0)
        // A few more do not make a line of their own.
        let columns = places <= columns + 3 ? places : columns
        let lines = (places + columns - 1) / columns
        let width = min(columns, places) * Int(Self.step)
        try html.element(.svg, Self.frame(sentence, width, lines * Int(Self.step))) {
            for index in 0..<squares {
                let mark = index < named ? "b solid" : index < least ? "b hatch" : "most"
                try square(html, mark, index, columns, width: Self.side)
            }
            if most == nil {
                let isSplit = squares % columns == columns - 1
                try square(html, "b hatch fr", isSplit ? squares + 1 : squares, columns, width: Self.step + Self.side)
            }
        }
    }

    private func square(_ html: HTMLWriter, _ mark: String, _ index: Int, _ columns: Int, width: Double) throws {
        let (line, column) = index.quotientAndRemainder(dividingBy: columns)
        try Self.rectangle(html, mark, Double(column) * Self.step + 0.5, Double(line) * Self.step + 0.5, width)
    }

    private func writeBar(_ html: HTMLWriter, _ sentence: String, width: Double) throws {
        let room = most == nil ? width - 30 : width
        let scale = room / Double(most ?? least)
        try html.element(.svg, Self.frame(sentence, Int(width), Int(Self.step))) {
            let ends = [(named, "b solid"), (least, "b hatch"), (most ?? least, "most")]
            var start = 0
            for (end, mark) in ends where end > start {
                try Self.rectangle(html, mark, Double(start) * scale + 0.5, 0.5, Double(end - start) * scale - 1)
                start = end
            }
            if most == nil { try Self.rectangle(html, "b hatch fr", room + 0.5, 0.5, 29) }
        }
    }

    private static func frame(_ sentence: String, _ width: Int, _ height: Int) -> [HTMLAttribute] {
        [
            .class("strip"), .role("img"), .label(sentence), .width(.pixels(Double(width))),
            .height(.pixels(Double(height))),
            .units(width: width, height: height),
        ]
    }

    private static func rectangle(_ html: HTMLWriter, _ mark: String, _ x: Double, _ y: Double, _ width: Double) throws
    {
        try html.element(
            .rect,
            [
                .class(mark), .x(.pixels(x)), .y(.pixels(y)), .width(.pixels(max(0.5, width))), .height(.pixels(side)),
            ])
    }
}
