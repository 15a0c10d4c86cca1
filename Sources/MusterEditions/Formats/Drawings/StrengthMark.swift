import MusterHTML
import MusterValues

/// A claim of a strength as it is drawn: where it stands, and what it covers.
struct StrengthMark {
    enum Shape {
        /// One day, one number.
        case dot
        /// A number of some day among several.
        case span
        /// From the fewest to the most.
        case box
        /// No most: it fades upward.
        case atLeast
        /// No fewest: it fades downward.
        case atMost
        /// What contradicts the value on record, or is planned.
        case gem
    }

    let claim: Strengths.Claim
    let shape: Shape
    let from: Double
    let to: Double
    /// The upper and the lower edge, in pixels from the top.
    let top: Double
    let bottom: Double

    /// The height of a fading hatch, in pixels.
    static let fade = 46.0

    /// Nil for a claim without any day, which has no place on the line.
    init?(_ claim: Strengths.Claim, on scale: TimeScale, height: StrengthHeights) {
        guard let days = claim.days, days.first != nil || days.last != nil else { return nil }
        self.claim = claim
        from = days.first.map { scale.beginning(of: $0) } ?? 0
        to = days.last.map { scale.end(of: $0) } ?? scale.end(of: height.day)
        let isDay = days.first == days.last
        let (least, most) = (claim.least.map(height.y), claim.most.map(height.y))
        if claim.isAgainst || claim.isPlanned {
            shape = .gem
        } else if claim.least == claim.most {
            shape = isDay ? .dot : .span
        } else {
            shape = least == nil ? .atMost : most == nil ? .atLeast : .box
        }
        top = most ?? (least ?? 0) - Self.fade
        bottom = least ?? min((most ?? 0) + Self.fade, height.zero)
    }

    var middle: Double { (from + to) / 2 }

    /// The heights at which a line leads on from the claim: both ends of a range.
    var levels: [Double] {
        switch shape {
        case .dot, .span, .gem: [bottom]
        case .box: [top, bottom]
        case .atLeast: [bottom]
        case .atMost: [top]
        }
    }

    /// The outline of a diamond around a place.
    static func gem(x: Double, y: Double) -> String {
        let (left, right) = (SVGLength.decimal(x - 6.5), SVGLength.decimal(x + 6.5))
        let (up, down) = (SVGLength.decimal(y - 6.5), SVGLength.decimal(y + 6.5))
        let (x, y) = (SVGLength.decimal(x), SVGLength.decimal(y))
        return "M\(x) \(up)L\(right) \(y)L\(x) \(down)L\(left) \(y)z"
    }
}

/// The heights of numbers in a chart of strengths, which begins at 0.
struct StrengthHeights {
    let day: Day
    /// The numbers that are named at the left, from 0.
    let ticks: [Int]

    /// The line of 0, and the highest one, in pixels from the top.
    let zero = 268.0
    private let highest = 34.0

    init(_ claims: [Strengths.Claim], day: Day) {
        self.day = day
        let most = max(1, claims.flatMap { [$0.least, $0.most].compactMap(\.self) }.max() ?? 1)
        // Steps of 1, 2 or 5 times a power of ten, three to five of them.
        var step = 1
        var factors = [2, 5, 10]
        var power = 1
        while most / step >= 4 {
            step = factors[0] * power
            factors.removeFirst()
            if factors.isEmpty { (factors, power) = ([2, 5, 10], power * 10) }
        }
        ticks = Array(stride(from: 0, through: (most + step - 1) / step * step, by: step))
    }

    func y(_ number: Int) -> Double { zero - (zero - highest) * Double(number) / Double(ticks.last ?? 1) }
}
