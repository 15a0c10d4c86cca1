/// The width that a text takes in a drawing, as far as it can be told without its letters: a little more than most fonts need.
enum TextWidth {
    /// The size of a label, in pixels.
    static let label = 12.5

    /// - Parameter text: the text.
    /// - Returns: the width of a label in pixels.
    static func of(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * label
    }

    /// The width of a letter as a share of the size.
    private static func share(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", ".", ",", ":", ";", "'", "|", "!", "i", "j", "l", "I", "І", "і": 0.32
        case "f", "t", "r", "-", "(", ")": 0.43
        case "m", "w", "M", "W", "ж", "ш", "щ", "ю", "ы", "м", "ф", "Ж", "Ш", "Щ", "Ю", "М", "Ф", "Ы", "—", "…": 0.95
        case "A"..."Z", "А"..."Я": 0.72
        case _ where scalar.properties.generalCategory == .nonspacingMark: 0
        case _ where scalar.value >= 0x1100: 1.05
        default: 0.6
        }
    }
}

/// The windows for which the labels of a drawing are placed. A label is shown in the least in which it fits, and in wider ones.
enum DrawingWidth: CaseIterable {
    /// A phone.
    case narrow
    /// A tablet, or a sheet of paper.
    case middle
    /// A desk.
    case wide

    /// The class of a label that is shown from this width on.
    var style: String {
        switch self {
        case .narrow: "w1"
        case .middle: "w2"
        case .wide: "w3"
        }
    }
}
