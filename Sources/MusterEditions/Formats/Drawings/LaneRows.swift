import MusterValues

/// The bars of a lane in rows, so that no two overlap.
struct LaneRows {
    /// A bar with its label.
    struct Bar {
        let shape: SpanShape
        /// The label with its date, and without.
        let labels: [String]
        let isSuspended: Bool
        let isUnit: Bool
    }

    private(set) var rows: [[Bar]] = []

    /// The rows for which the style sheet has places.
    static let mostRows = 8

    /// Adds bars below those that are there. Each takes the first row in which it has room.
    mutating func add(_ bars: [Bar]) {
        let start = rows.count
        for bar in bars {
            let free = rows[start...].firstIndex { row in
                row.allSatisfy { other in
                    bar.shape.taken.lowerBound >= other.shape.taken.upperBound - 0.0001
                        || bar.shape.taken.upperBound <= other.shape.taken.lowerBound + 0.0001
                }
            }
            if let free {
                rows[free].append(bar)
            } else if rows.count < Self.mostRows {
                rows.append([bar])
            }
        }
    }

    /// The place at which the next bar of a row begins, which may be before the end of this one; 1 if there is none.
    static func next(after index: Int, in row: [Bar]) -> Double {
        let begin = { (bar: Bar) in bar.shape.pieces.first?.from ?? bar.shape.taken.lowerBound }
        let own = begin(row[index])
        return row.indices.filter { $0 != index }.map { begin(row[$0]) }.filter { $0 >= own - 0.0001 }.min() ?? 1
    }
}
