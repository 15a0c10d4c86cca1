import ArgumentParser
import MusterCore

/// What a command lists. Its help offers the conditions by which that is narrowed, and no other: the parser still takes the others, so
/// that they are refused with a sentence that says why.
protocol Narrowed: SendableMetatype {
    /// The kinds of record that are listed.
    static var kinds: [ListingKind] { get }
    /// Conditions that these kinds take, and that the command refuses all the same.
    static var refused: [Condition] { get }
}

extension Narrowed {
    static var refused: [Condition] { [] }

    /// True if the command takes a condition.
    static func takes(_ condition: Condition) -> Bool {
        !refused.contains(condition) && kinds.contains { condition.kinds.contains($0) }
    }
}

/// What each command lists.
enum Listed {
    enum Regions: Narrowed { static let kinds: [ListingKind] = [.region] }
    enum Units: Narrowed { static let kinds: [ListingKind] = [.unit] }
    enum Officials: Narrowed { static let kinds: [ListingKind] = [.official] }
    enum Enrollments: Narrowed { static let kinds: [ListingKind] = [.enrollment] }
    enum Sources: Narrowed { static let kinds: [ListingKind] = [.source] }
    enum Programmes: Narrowed { static let kinds: [ListingKind] = [.programme] }
    enum Events: Narrowed { static let kinds: [ListingKind] = [.event] }
    enum Looks: Narrowed { static let kinds: [ListingKind] = [.look] }

    /// What is exported stands by id, and what is found by how well it fits.
    enum Exported: Narrowed {
        static let kinds: [ListingKind] = [.enrollment]
        static let refused: [Condition] = [.sort]
    }
    enum Found: Narrowed {
        static let kinds: [ListingKind] = [.region, .unit, .official, .enrollment, .source]
        static let refused: [Condition] = [.sort]
    }
}

extension ArgumentHelp {
    /// The help of the option for a condition, in a command that lists something.
    static func condition<List: Narrowed>(_ condition: Condition, _: List.Type) -> ArgumentHelp {
        offered(condition.help(of: List.kinds), condition, List.self, valueName: condition.valueName)
    }

    /// The help of another option for a condition, such as `--from` for the day.
    static func offered<List: Narrowed>(
        _ help: String, _ condition: Condition, _: List.Type, valueName: String?
    ) -> ArgumentHelp {
        ArgumentHelp(help, valueName: valueName, visibility: List.takes(condition) ? .default : .hidden)
    }
}
