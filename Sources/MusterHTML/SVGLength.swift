/// A length in a drawing, with at most two decimals and a point between them, in every locale.
public struct SVGLength: Hashable, Sendable {
    /// The length as an attribute holds it.
    public let text: String

    /// A part of the width of the drawing, so that it follows the width of the window and its text does not.
    ///
    /// - Parameter part: the part, from 0 to 1; what is beyond is held at the edge.
    /// - Returns: the length in per cent.
    public static func part(_ part: Double) -> Self { Self(text: decimal(min(1, max(0, part)) * 100) + "%") }

    /// A number of pixels, or of the units of a drawing that has its own.
    ///
    /// - Parameter number: the number.
    /// - Returns: the length.
    public static func pixels(_ number: Double) -> Self { Self(text: decimal(number)) }

    /// A number with at most two decimals.
    ///
    /// - Parameter number: the number, nearer to zero than 10^12.
    /// - Returns: its digits, without zeros that tell nothing.
    public static func decimal(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest.isMultiple(of: 10)
            ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
