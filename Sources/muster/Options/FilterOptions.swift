import ArgumentParser
import Foundation
import MusterCore
import MusterValues

/// The options that narrow a listing; they combine.
struct FilterOptions<List: Narrowed>: ParsableArguments {
    @Option(help: .condition(.region, List.self)) var region: [RecordReference] = []
    @Option(help: .condition(.federalDistrict, List.self)) var federalDistrict: String?
    @Option(help: .condition(.borders, List.self)) var borders: String?
    @Flag(help: .condition(.sea, List.self)) var sea = false
    @Option(help: .condition(.programme, List.self)) var programme: RecordReference?
    @Option(help: .condition(.unit, List.self)) var unit: [RecordReference] = []
    @Option(help: .condition(.official, List.self)) var official: RecordReference?
    @Flag(help: .condition(.own, List.self)) var own = false
    @Flag(help: .condition(.withOrigins, List.self)) var withOrigins = false
    @Option(help: .condition(.on, List.self)) var on: String?
    @Option(
        help: .offered(
            "From this day on, up to --until or today: as --on FROM/UNTIL.", .on, List.self, valueName: "day"))
    var from: String?
    @Option(help: .offered("Up to this day: as --on FROM/UNTIL.", .on, List.self, valueName: "day"))
    var until: String?
    @Flag(help: .condition(.throughout, List.self)) var throughout = false
    @Option(help: .condition(.grade, List.self)) var grade: String?
    @Option(help: .condition(.sort, List.self)) var sort: String?
    @Option(help: .condition(.limit, List.self)) var limit: Int?

    func filter() throws(MusterError) -> Filter {
        var filter = Filter()
        filter.regions = region
        filter.federalDistrict = federalDistrict
        filter.borders = borders
        filter.sea = sea
        filter.programme = programme
        filter.units = unit
        filter.official = official
        filter.period = try asked()
        filter.isThroughout = throughout
        filter.isOwn = own
        filter.isWithOrigins = withOrigins
        filter.grade = try grade.map { text throws(MusterError) in try Grade(typed: text) }
        filter.sort = sort
        filter.limit = limit
        return filter
    }

    /// The day or the period that is asked about; nil for none.
    private func asked() throws(MusterError) -> Period? {
        if from == nil, until == nil { return try period(on) }
        if on != nil { throw .usage("--on and --from with --until both say when; give one of them") }
        return try Period(from: from, until: until, today: Day(of: Date()))
    }
}

extension ArgumentHelp {
    static let day = condition(.on)
    static let throughout = ArgumentHelp("Of a period given with --on: on all of it.")

    /// The help of the option for a condition.
    static func condition(_ condition: Condition) -> ArgumentHelp {
        ArgumentHelp("\(condition.help)", valueName: condition.valueName)
    }
}

/// The period that a person typed; nil if none is given.
func period(_ text: String?) throws(MusterError) -> Period? {
    guard let text else { return nil }
    return try Period(typed: text)
}

/// The further options of listings whose records have a state, a standing and evidence.
struct StateOptions<List: Narrowed>: ParsableArguments {
    @Option(help: .condition(.state, List.self)) var state: [String] = []
    @Option(help: .condition(.ever, List.self)) var ever: [String] = []
    @Option(help: .condition(.standing, List.self)) var standing: [String] = []
    @Option(help: .condition(.source, List.self)) var source: [RecordReference] = []
    @Option(help: .condition(.speaker, List.self)) var speaker: String?
    @Option(help: .condition(.needs, List.self)) var needs: [String] = []

    /// The filter of the other options, narrowed by these.
    func narrowed(_ options: FilterOptions<List>) throws(MusterError) -> Filter {
        var filter = try options.filter()
        filter.states = state
        filter.ever = ever
        filter.sources = source
        filter.speaker = speaker
        filter.needs = try needs.map { text throws(MusterError) in try Need(typed: text) }
        filter.standings = try standing.map { text throws(MusterError) in try Standing(typed: text) }
        return filter
    }
}

/// The further options of listings whose records have an official.
struct OfficeOptions: ParsableArguments {
    @Option(help: .condition(.post)) var post: String?
    @Option(help: .condition(.postKind)) var postKind: [String] = []

    /// Narrows a filter by these.
    func narrow(_ filter: inout Filter) throws(MusterError) {
        filter.post = post
        filter.postKinds = try postKind.map { text throws(MusterError) in try PostKind(typed: text) }
    }
}
