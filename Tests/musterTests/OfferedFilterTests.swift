import ArgumentParser
import Testing

@testable import MusterCore
@testable import muster

/// The help of each listing offers the filters that the listing takes, and no others. `TakenConditionTests` asks the listings.
struct OfferedFilterTests {
    private static func command(of kind: ListingKind) -> any ParsableCommand.Type {
        switch kind {
        case .region: RegionsCommand.self
        case .unit: UnitsCommand.self
        case .official: OfficialsCommand.self
        case .enrollment: EnrollmentsCommand.self
        case .source: SourcesCommand.self
        case .programme: ProgrammesCommand.self
        case .event: EventsCommand.self
        case .look: LooksCommand.self
        }
    }

    private static func offers(_ option: String, in help: String) -> Bool {
        help.contains("\n  \(option) ") || help.contains("\n  \(option)\n")
    }

    private static func option(_ condition: Condition) -> String {
        "--" + condition.rawValue.replacing("_", with: "-")
    }

    @Test(arguments: ListingKind.allCases)
    func `the help of a listing offers what the listing takes`(kind: ListingKind) {
        let help = Self.command(of: kind).helpMessage(columns: 200)
        for condition in Condition.allCases {
            #expect(Self.offers(Self.option(condition), in: help) == condition.kinds.contains(kind), "\(condition)")
        }
        for option in ["--from", "--until"] {
            #expect(Self.offers(option, in: help) == Condition.on.kinds.contains(kind), "\(option)")
        }
    }

    @Test func `the help names only the needs and states that the records can have`() {
        let units = UnitsCommand.helpMessage(columns: 200)
        #expect(units.contains("What lacks something: date, second source, region, form, status, strength; several"))
        #expect(units.contains("A unit's status or form; several"))
        #expect(SourcesCommand.helpMessage(columns: 200).contains("What lacks something: date, address, copy; several"))
    }

    @Test(arguments: ListingKind.allCases)
    func `the column that the help names is one of the listing`(kind: ListingKind) {
        let column = kind == .region ? "code" : kind == .look ? "date" : "id"
        #expect(Self.command(of: kind).helpMessage(columns: 200).contains("By a column, as \(column); -\(column) is"))
    }

    @Test func `a search and an export offer no order`() {
        for command in [SearchCommand.self, ExportCommand.self] as [any ParsableCommand.Type] {
            let help = command.helpMessage(columns: 200)
            for condition in [Condition.region, .state, .needs, .grade, .limit] {
                #expect(Self.offers(Self.option(condition), in: help), "\(condition)")
            }
            #expect(!Self.offers("--sort", in: help))
        }
    }

    @Test func `what the help leaves out is still understood, so that the refusal says why`() throws {
        let muster = try Command(after: "muster init")
        defer { muster.remove() }
        let events = try muster("events", "--needs", "date", "--throughout")
        #expect(
            events.errors
                == "muster: events are not narrowed by needs or throughout; leave out --needs and --throughout\n")
        #expect(try muster("looks", "--unit", "U1").errors.contains("looks are not narrowed by unit"))
    }
}
