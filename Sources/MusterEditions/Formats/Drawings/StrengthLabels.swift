/// Places the numbers of a chart beside their marks: above if there is room, else below, else not at all.
struct StrengthLabels {
    struct Placed {
        let index: Int
        let text: String
        let y: Double
        let width: DrawingWidth
    }

    private struct Box {
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private(set) var placed: [Placed] = []

    /// - Parameters:
    ///   - marks: the marks.
    ///   - texts: the number of each.
    init(_ marks: [StrengthMark], _ texts: [String]) {
        for width in DrawingWidth.allCases {
            let obstacles = marks.map { Self.box($0, width.chartPixels) }
            for index in marks.indices where !placed.contains(where: { $0.index == index }) {
                let mark = marks[index]
                let room = [mark.top - 8, mark.bottom + 18].first { y in
                    let label = Self.label(mark, texts[index], y, width.chartPixels)
                    let others = placed.map { Self.label(marks[$0.index], $0.text, $0.y, width.chartPixels) }
                    return y < 262 && !(obstacles + others).contains { $0.meets(label) }
                }
                if let room { placed.append(Placed(index: index, text: texts[index], y: room, width: width)) }
            }
        }
    }

    private static func box(_ mark: StrengthMark, _ width: Double) -> Box {
        let reach = mark.shape == .dot || mark.shape == .gem ? 7.0 : 2
        let (from, to) = mark.shape == .gem ? (mark.middle, mark.middle) : (mark.from, mark.to)
        return Box(
            left: from * width - reach, right: to * width + reach, top: mark.top - reach, bottom: mark.bottom + reach)
    }

    private static func label(_ mark: StrengthMark, _ text: String, _ y: Double, _ width: Double) -> Box {
        let (half, middle) = (TextWidth.of(text) * 1.08 / 2 + 2, mark.middle * width)
        let center = min(max(middle, half), width - half)
        return Box(left: center - half, right: center + half, top: y - 11, bottom: y + 3)
    }
}

extension DrawingWidth {
    /// The width of a chart in pixels for which its labels are placed.
    var chartPixels: Double {
        switch self {
        case .narrow: 240
        case .middle: 460
        case .wide: 760
        }
    }
}
