import MusterHTML

/// A label of a bar, where it has room: inside of the bar, else at its right, else on a patch in what is hatched.
struct SpanLabel: Equatable {
    let text: String
    let x: Double
    /// The classes that say how it stands.
    let style: String

    /// In the middle of what is hatched, on a patch of the page's colour.
    private static let onPatch = "middle"

    var isOnPatch: Bool { style == Self.onPatch }

    /// The best place of the first text that has one; nil if none has.
    ///
    /// - Parameters:
    ///   - bar: the bar with the texts, the longest first.
    ///   - next: the place of the next bar in the row.
    ///   - width: the width of the drawing in pixels.
    init?(_ bar: LaneRows.Bar, next: Double, width: Double) {
        let shape = bar.shape
        for text in bar.labels {
            let needed = (TextWidth.of(text) + 14) / width
            let room = shape.pieces.filter { $0.mark != .hatch }.max { $0.to - $0.from < $1.to - $1.from }
            if let room, room.to - room.from >= needed {
                (self.text, x, style) = (text, room.from, room.mark == .solid && !bar.isSuspended ? "in" : "")
                return
            }
            let end = shape.cross ?? shape.pieces.last?.to ?? shape.dot ?? shape.taken.upperBound
            if next - end >= needed + (shape.cross == nil ? 0 : 12 / width) {
                (self.text, x, style) = (text, end, shape.cross == nil ? "halo" : "halo past")
                return
            }
            if let hatched = shape.pieces.first(where: { $0.mark == .hatch && $0.to - $0.from > needed * 1.5 }) {
                (self.text, x, style) = (text, (hatched.from + hatched.to) / 2, Self.onPatch)
                return
            }
        }
        return nil
    }

    /// The labels of a bar for a tablet and for a desk, each with the class by which it is shown.
    static func all(_ bar: LaneRows.Bar, next: Double) -> [(label: SpanLabel, style: String)] {
        let (middle, wide) = (SpanLabel(bar, next: next, width: 510), SpanLabel(bar, next: next, width: 900))
        guard let wide else { return [] }
        guard let middle else { return [(wide, wide.styles("w3"))] }
        if middle == wide { return [(wide, wide.styles("w2"))] }
        return [(middle, middle.styles("w2 n3")), (wide, wide.styles("w3"))]
    }

    private func styles(_ shown: String) -> String { style.isEmpty ? shown : "\(shown) \(style)" }
}
