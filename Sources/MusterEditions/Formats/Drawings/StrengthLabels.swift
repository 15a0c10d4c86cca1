/// Places the numbers of a chart beside their marks: above if there is room, else below, at the right or at the left, else not at all.
struct StrengthLabels {
    /// A place beside a mark.
    enum Place: CaseIterable {
        case above
        case below
        case right
        case left
    }

    struct Placed {
        let index: Int
        let text: String
        let place: Place
        /// The line on which the text stands.
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
                let others = placed.map { Self.label($0, marks[$0.index], width.chartPixels) }
                let candidates = Place.allCases.map { place in
                    let y = Self.line(of: place, beside: marks[index])
                    return Placed(index: index, text: texts[index], place: place, y: y, width: width)
                }
                let free = candidates.first { candidate in
                    let own = Self.label(candidate, marks[index], width.chartPixels)
                    let isInside = own.left >= 0 && own.right <= width.chartPixels && candidate.y < 262
                    return isInside && !(obstacles + others).contains { $0.meets(own) }
                }
                if let free { placed.append(free) }
            }
        }
    }

    private static func line(of place: Place, beside mark: StrengthMark) -> Double {
        switch place {
        case .above: mark.top - 8
        case .below: mark.bottom + 18
        case .right, .left: (mark.top + mark.bottom) / 2 + 4
        }
    }

    private static func box(_ mark: StrengthMark, _ width: Double) -> Box {
        let reach = mark.shape == .dot || mark.shape == .gem ? 7.0 : 2
        let (from, to) = mark.shape == .gem ? (mark.middle, mark.middle) : (mark.from, mark.to)
        return Box(
            left: from * width - reach, right: to * width + reach, top: mark.top - reach, bottom: mark.bottom + reach)
    }

    private static func label(_ placed: Placed, _ mark: StrengthMark, _ width: Double) -> Box {
        let length = TextWidth.of(placed.text) * 1.08 + 4
        let left =
            switch placed.place {
            case .above, .below: min(max(mark.middle * width - length / 2, 0), max(width - length, 0))
            case .right: mark.edge(isRight: true) * width + 9
            case .left: mark.edge(isRight: false) * width - 9 - length
            }
        return Box(left: left, right: left + length, top: placed.y - 11, bottom: placed.y + 3)
    }
}

extension StrengthMark {
    /// The place at which a label beside the mark begins or ends.
    func edge(isRight: Bool) -> Double { shape == .gem ? middle : isRight ? to : from }
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
