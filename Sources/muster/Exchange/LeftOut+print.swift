import MusterCore
import MusterValues

extension LeftOut {
    /// Says once, on standard error, what an export does not hold.
    func print() {
        let rejected = RecordKind.allCases.compactMap { kind in
            self.rejected[kind].map { Self.counted($0, kind.name) }
        }
        if !rejected.isEmpty {
            Output.printNote("left out, because rejected or part of what is: \(rejected.joined(separator: ", "))")
        }
        for other in Other.allCases {
            if let number = others[other] { Output.printNote(Self.words(other, number)) }
        }
    }

    private static func words(_ other: Other, _ number: Int) -> String {
        switch other {
        case .groups: "\(counted(number, "group")) of people who are not named: as events, because they are not persons"
        case .uncounted: "left out: \(counted(number, "enrollment")) denied or unclear, which this format cannot say"
        case .looks:
            "left out: \(counted(number, "search", "es")) for units in a region, which this format does not have"
        case .programmes: "left out: \(counted(number, "programme")), which this format does not have"
        case .dates:
            """
            \(counted(number, "date")) not known to a day, a month or a year: a beginning has none, an end has the last day that it \
            can have been
            """
        case .plans:
            """
            left out: \(counted(number, "date")) of beginnings and ends that are only planned, which this format would state as facts
            """
        case .uncitedSources: "left out: \(counted(number, "source")) that no citation points to"
        }
    }

    private static func counted(_ number: Int, _ word: String, _ ending: String = "s") -> String {
        "\(number) \(word)\(number == 1 ? "" : ending)"
    }
}
