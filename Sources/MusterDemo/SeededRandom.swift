import MusterCore
import MusterValues

/// A small random number generator, SplitMix64: one seed gives the same numbers on every machine and in every version.
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, the count.
    mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

    /// A number in the range.
    mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True in this percentage of cases.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of the choices, all equally likely.
    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    /// One of the choices, with a probability in proportion to its weight.
    mutating func pick<Element>(_ choices: [(weight: Int, value: Element)]) -> Element {
        var rest = below(choices.reduce(0) { $0 + $1.weight })
        for choice in choices {
            rest -= choice.weight
            if rest < 0 { return choice.value }
        }
        return choices[0].value
    }
}
